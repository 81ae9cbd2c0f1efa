<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n request(s) failed; repeat the command to fetch the rest. The first failure:</source>
        <translation>
            <numerusform>%n request failed; repeat the command to fetch the rest. The first failure:</numerusform>
            <numerusform>%n requests failed; repeat the command to fetch the rest. The first failure:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message numerus="yes">
        <source>The server asks us to wait %n s. Try again after that.</source>
        <translation>
            <numerusform>The server asks us to wait %n s. Try again after that.</numerusform>
            <numerusform>The server asks us to wait %n s. Try again after that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message numerus="yes">
        <source>Fetch: %n request(s)</source>
        <translation>
            <numerusform>Fetch: %n request</numerusform>
            <numerusform>Fetch: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message numerus="yes">
        <source>Fetch: %n request(s)</source>
        <translation>
            <numerusform>Fetch: %n request</numerusform>
            <numerusform>Fetch: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceholderMessage</name>
    <message numerus="yes">
        <source>Fetch it: %n request(s)</source>
        <translation>
            <numerusform>Fetch it: %n request</numerusform>
            <numerusform>Fetch it: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ChannelListModel</name>
    <message numerus="yes">
        <source>%Ln subscriber(s)</source>
        <translation>
            <numerusform>%Ln subscriber</numerusform>
            <numerusform>%Ln subscribers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ChannelsPage</name>
    <message numerus="yes">
        <source>You see what is stored; %n channel(s) could not be asked.</source>
        <translation>
            <numerusform>You see what is stored; %n channel could not be asked.</numerusform>
            <numerusform>You see what is stored; %n channels could not be asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ConnectForm</name>
    <message numerus="yes">
        <source>The password has at least %n character(s).</source>
        <translation>
            <numerusform>The password has at least %n character.</numerusform>
            <numerusform>The password has at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ExportModel</name>
    <message numerus="yes">
        <source>Copied: %n row(s)</source>
        <translation>
            <numerusform>Copied: %n row</numerusform>
            <numerusform>Copied: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::SummaryModel</name>
    <message numerus="yes">
        <source>%n day(s) were never fetched, and the sums are without them.</source>
        <translation>
            <numerusform>%n day was never fetched, and the sums are without it.</numerusform>
            <numerusform>%n days were never fetched, and the sums are without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) were never fetched, and the sums are without them.</source>
        <translation>
            <numerusform>%n hour was never fetched, and the sums are without it.</numerusform>
            <numerusform>%n hours were never fetched, and the sums are without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) were never fetched, and the sums are without them.</source>
        <translation>
            <numerusform>%n minute was never fetched, and the sums are without it.</numerusform>
            <numerusform>%n minutes were never fetched, and the sums are without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) were never fetched whole, and the sums are without them.</source>
        <translation>
            <numerusform>%n week was never fetched whole, and the sums are without it.</numerusform>
            <numerusform>%n weeks were never fetched whole, and the sums are without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) were never fetched whole, and the sums are without them.</source>
        <translation>
            <numerusform>%n month was never fetched whole, and the sums are without it.</numerusform>
            <numerusform>%n months were never fetched whole, and the sums are without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::WeekdayListModel</name>
    <message numerus="yes">
        <source>of %Ln post(s)</source>
        <comment>what a mean is of</comment>
        <translation>
            <numerusform>of %Ln post</numerusform>
            <numerusform>of %Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Views per post and ER: posts at least %n day(s) old when counted, as younger ones still grow</source>
        <translation>
            <numerusform>Views per post and ER: posts at least %n day old when counted, as younger ones still grow</numerusform>
            <numerusform>Views per post and ER: posts at least %n days old when counted, as younger ones still grow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No post here was %n day(s) old when counted, and younger ones still grow: open a longer period</source>
        <translation>
            <numerusform>No post here was %n day old when counted, and younger ones still grow: open a longer period</numerusform>
            <numerusform>No post here was %n days old when counted, and younger ones still grow: open a longer period</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>View</name>
    <message numerus="yes">
        <source>%n min old</source>
        <translation>
            <numerusform>%n min old</numerusform>
            <numerusform>%n min old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h old</source>
        <translation>
            <numerusform>%n h old</numerusform>
            <numerusform>%n h old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still gathering views: %1 of %Ln post(s), published since %2</source>
        <comment>a number of posts, a time</comment>
        <translation>
            <numerusform>Still gathering views: %1 of %Ln post, published since %2</numerusform>
            <numerusform>Still gathering views: %1 of %Ln posts, published since %2</numerusform>
        </translation>
    </message>
</context>
</TS>
