<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Chart</name>
    <message numerus="yes">
        <source>%1 vs. %2 (%n day(s) earlier, by weekday)</source>
        <comment>two spans of time</comment>
        <translation>
            <numerusform>%1 vs. %2 (%n day earlier, by weekday)</numerusform>
            <numerusform>%1 vs. %2 (%n days earlier, by weekday)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n request(s) failed; repeat the command to download the rest. First failure:</source>
        <translation>
            <numerusform>%n request failed; repeat the command to download the rest. First failure:</numerusform>
            <numerusform>%n requests failed; repeat the command to download the rest. First failure:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n contradiction</numerusform>
            <numerusform>%n contradictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) between downloads at different times</source>
        <translation>
            <numerusform>%n difference between downloads at different times</numerusform>
            <numerusform>%n differences between downloads at different times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation>
            <numerusform>%n earlier version</numerusform>
            <numerusform>%n earlier versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download record(s)</source>
        <translation>
            <numerusform>%n download record</numerusform>
            <numerusform>%n download records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message numerus="yes">
        <source>The server is limiting requests. Try again in %n s.</source>
        <translation>
            <numerusform>The server is limiting requests. Try again in %n s.</numerusform>
            <numerusform>The server is limiting requests. Try again in %n s.</numerusform>
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
        <source>Download: %n request(s)</source>
        <translation>
            <numerusform>Download: %n request</numerusform>
            <numerusform>Download: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message numerus="yes">
        <source>Download: %n request(s)</source>
        <translation>
            <numerusform>Download: %n request</numerusform>
            <numerusform>Download: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceholderMessage</name>
    <message numerus="yes">
        <source>Download: %n request(s)</source>
        <translation>
            <numerusform>Download: %n request</numerusform>
            <numerusform>Download: %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ChannelListModel</name>
    <message numerus="yes">
        <source>%1 subscriber(s)</source>
        <comment>a number</comment>
        <translation>
            <numerusform>%1 subscriber</numerusform>
            <numerusform>%1 subscribers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ChannelsPage</name>
    <message numerus="yes">
        <source>Showing saved data; %n channel(s) could not be updated.</source>
        <translation>
            <numerusform>Showing saved data; %n channel could not be updated.</numerusform>
            <numerusform>Showing saved data; %n channels could not be updated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ConnectForm</name>
    <message numerus="yes">
        <source>Passwords have at least %n character(s).</source>
        <translation>
            <numerusform>Passwords have at least %n character.</numerusform>
            <numerusform>Passwords have at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::ExportModel</name>
    <message numerus="yes">
        <source>Copied %n row(s)</source>
        <translation>
            <numerusform>Copied %n row</numerusform>
            <numerusform>Copied %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::SummaryModel</name>
    <message numerus="yes">
        <source>%n day(s) not downloaded; totals exclude them.</source>
        <translation>
            <numerusform>%n day not downloaded; totals exclude it.</numerusform>
            <numerusform>%n days not downloaded; totals exclude them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) not downloaded; totals exclude them.</source>
        <translation>
            <numerusform>%n hour not downloaded; totals exclude it.</numerusform>
            <numerusform>%n hours not downloaded; totals exclude them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) not downloaded; totals exclude them.</source>
        <translation>
            <numerusform>%n minute not downloaded; totals exclude it.</numerusform>
            <numerusform>%n minutes not downloaded; totals exclude them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) not fully downloaded; totals exclude them.</source>
        <translation>
            <numerusform>%n week not fully downloaded; totals exclude it.</numerusform>
            <numerusform>%n weeks not fully downloaded; totals exclude them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) not fully downloaded; totals exclude them.</source>
        <translation>
            <numerusform>%n month not fully downloaded; totals exclude it.</numerusform>
            <numerusform>%n months not fully downloaded; totals exclude them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Postwave::WeekdayListModel</name>
    <message numerus="yes">
        <source>Views per post and ER include only posts that were at least %n day(s) old when last updated; younger ones are still gaining views</source>
        <translation>
            <numerusform>Views per post and ER include only posts that were at least %n day old when last updated; younger ones are still gaining views</numerusform>
            <numerusform>Views per post and ER include only posts that were at least %n days old when last updated; younger ones are still gaining views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No post here was %n day(s) old when last updated, and younger ones are still gaining views. Choose a longer period.</source>
        <translation>
            <numerusform>No post here was %n day old when last updated, and younger ones are still gaining views. Choose a longer period.</numerusform>
            <numerusform>No post here was %n days old when last updated, and younger ones are still gaining views. Choose a longer period.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 post(s)</source>
        <comment>what a mean is of</comment>
        <translation>
            <numerusform>%1 post</numerusform>
            <numerusform>%1 posts</numerusform>
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
        <source>Still gaining views: %1 of %2 post(s), published since %3</source>
        <comment>two numbers of posts, a time</comment>
        <translation>
            <numerusform>Still gaining views: %1 of %2 post, published since %3</numerusform>
            <numerusform>Still gaining views: %1 of %2 posts, published since %3</numerusform>
        </translation>
    </message>
</context>
</TS>
