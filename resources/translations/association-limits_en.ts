<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SubmitText</name>
    <message numerus="yes">
        <source>Saved %1 of %Ln limit(s).</source>
        <extracomment>%1 is how many of them were saved</extracomment>
        <translation>
            <numerusform>Saved %1 of %Ln limit.</numerusform>
            <numerusform>Saved %1 of %Ln limits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) your attention.</source>
        <translation>
            <numerusform>%Ln needs your attention.</numerusform>
            <numerusform>%Ln need your attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) with errors</source>
        <translation>
            <numerusform>%Ln row with errors</numerusform>
            <numerusform>%Ln rows with errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsView</name>
    <message numerus="yes">
        <source>remove %n row(s)</source>
        <extracomment>undo step</extracomment>
        <translation>
            <numerusform>remove %n row</numerusform>
            <numerusform>remove %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editor::ReadProblem</name>
    <message numerus="yes">
        <source>%Ln type(s) are of a category this program does not know and are not shown.</source>
        <translation>
            <numerusform>%Ln type is of a category this program does not know and is not shown.</numerusform>
            <numerusform>%Ln types are of a category this program does not know and are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::results::Verdict</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>wrong fields of an answer</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HubSpot asked to wait %Ln time(s) before it took a request.</source>
        <translation>
            <numerusform>HubSpot asked to wait %Ln time before it took a request.</numerusform>
            <numerusform>HubSpot asked to wait %Ln times before it took a request.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ConflictsPane</name>
    <message numerus="yes">
        <source>Somebody changed %Ln of these limits since you edited them.</source>
        <translation>
            <numerusform>Somebody changed %Ln of these limits since you edited it.</numerusform>
            <numerusform>Somebody changed %Ln of these limits since you edited them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ReadStatus</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) would be sent unseen, as “create” or, for “Many”, as a removal: %1.</source>
        <translation>
            <numerusform>%Ln row would be sent unseen, as “create” or, for “Many”, as a removal: %1.</numerusform>
            <numerusform>%Ln rows would be sent unseen, as “create” or, for “Many”, as a removal: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewDialog</name>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln remark</numerusform>
            <numerusform>%Ln remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln limit(s) of %1 → %2</source>
        <translation>
            <numerusform>Change %Ln limit of %1 → %2</numerusform>
            <numerusform>Change %Ln limits of %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HubSpot would refuse %Ln of these limits.</source>
        <translation>
            <numerusform>HubSpot would refuse %Ln of these limits.</numerusform>
            <numerusform>HubSpot would refuse %Ln of these limits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left to decide.</source>
        <translation>
            <numerusform>%Ln row left to decide.</numerusform>
            <numerusform>%Ln rows left to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln limit(s) will be changed.</source>
        <translation>
            <numerusform>%Ln limit will be changed.</numerusform>
            <numerusform>%Ln limits will be changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewText</name>
    <message numerus="yes">
        <source>%Ln record(s) have reached the new limit already.</source>
        <translation>
            <numerusform>%Ln record has reached the new limit already.</numerusform>
            <numerusform>%Ln records have reached the new limit already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln record(s) have reached the new limit already.</source>
        <translation>
            <numerusform>At least %Ln record has reached the new limit already.</numerusform>
            <numerusform>At least %Ln records have reached the new limit already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::Submitter</name>
    <message numerus="yes">
        <source>Submitting %Ln limit(s)…</source>
        <translation>
            <numerusform>Submitting %Ln limit…</numerusform>
            <numerusform>Submitting %Ln limits…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::widgets::OutcomeWords</name>
    <message numerus="yes">
        <source>%n stored</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n stored</numerusform>
            <numerusform>%n stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored differently</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n stored differently</numerusform>
            <numerusform>%n stored differently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not stored</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n not stored</numerusform>
            <numerusform>%n not stored</numerusform>
        </translation>
    </message>
</context>
</TS>
