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
</TS>
