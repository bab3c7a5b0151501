<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>HubSpot at %1</source>
        <translation>HubSpot unter %1</translation>
    </message>
    <message>
        <source>The account is not there any more.</source>
        <translation>Den Account gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The account needs a name.</source>
        <translation>Der Account braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is another account of this name.</source>
        <translation>Es gibt schon einen Account mit diesem Namen.</translation>
    </message>
    <message>
        <source>The address has to be https://, without a path.</source>
        <translation>Die Adresse muss mit https:// beginnen und darf keinen Pfad haben.</translation>
    </message>
    <message>
        <source>Another copy of the program is changing the accounts.</source>
        <translation>Ein anderes Fenster dieses Programms ändert gerade die Accounts.</translation>
    </message>
    <message>
        <source>The folder of the accounts can&apos;t be written to.</source>
        <translation>In den Ordner der Accounts kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The keychain did not say what is wrong.</source>
        <translation>Der Schlüsselbund hat keinen Grund genannt.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>it is not an address such as https://api.hubapi.com</source>
        <translation>Das ist keine Adresse wie https://api.hubapi.com</translation>
    </message>
    <message>
        <source>it must begin with https:// (http:// only for this computer itself)</source>
        <translation>Die Adresse muss mit https:// beginnen (mit http:// nur für diesen Computer selbst)</translation>
    </message>
    <message>
        <source>it must end after the host and port</source>
        <translation>Die Adresse muss nach Host und Port enden</translation>
    </message>
    <message>
        <source>it must not hold a user name or password</source>
        <translation>Die Adresse darf weder Benutzernamen noch Kennwort enthalten</translation>
    </message>
    <message>
        <source>Try --help.</source>
        <translation>Hilfe gibt es mit --help.</translation>
    </message>
    <message>
        <source>See and change HubSpot&apos;s association limits.

The token of a HubSpot account is read from the environment variable HUBSPOT_ACCESS_TOKEN and kept in memory only.</source>
        <translation>Zuordnungslimits von HubSpot ansehen und ändern.

Das Zugriffstoken eines HubSpot-Accounts wird aus der Umgebungsvariablen HUBSPOT_ACCESS_TOKEN gelesen und nur im Arbeitsspeicher gehalten.</translation>
    </message>
    <message>
        <source>Begin with this account: sandbox or hubspot.</source>
        <translation>Mit diesem Account beginnen: sandbox oder hubspot.</translation>
    </message>
    <message>
        <source>Source object type: a name or an ID.</source>
        <translation>Quellobjekttyp: ein Name oder eine ID.</translation>
    </message>
    <message>
        <source>Target object type: a name or an ID.</source>
        <translation>Zielobjekttyp: ein Name oder eine ID.</translation>
    </message>
    <message>
        <source>Language of the window: en or de.</source>
        <translation>Sprache des Fensters: en oder de.</translation>
    </message>
    <message>
        <source>Where the HubSpot account&apos;s API is: https, or http on this computer itself.</source>
        <translation>Adresse der API des HubSpot-Accounts: https, oder http auf diesem Computer selbst.</translation>
    </message>
    <message>
        <source>Do the main job once in a fresh sandbox, print it, save a picture of the window to this file and end.</source>
        <translation>Die Hauptaufgabe einmal in einer frischen Sandbox ausführen, das Ergebnis ausgeben, ein Bild des Fensters in dieser Datei speichern und enden.</translation>
    </message>
    <message>
        <source>“%1” is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>--account is sandbox or hubspot, not “%1”.</source>
        <translation>--account ist sandbox oder hubspot, nicht „%1“.</translation>
    </message>
    <message>
        <source>--base-url “%1” is refused: %2.</source>
        <translation>--base-url „%1“ wird abgelehnt: %2.</translation>
    </message>
    <message>
        <source>--%1 “%2” is not an object type: write a name such as contact, or an ID such as 0-1 or 2-12345.</source>
        <translation>--%1 „%2“ ist kein Objekttyp: Geben Sie einen Namen wie contact oder eine ID wie 0-1 oder 2-12345 an.</translation>
    </message>
    <message>
        <source>--language is en or de, not “%1”.</source>
        <translation>--language ist en oder de, nicht „%1“.</translation>
    </message>
    <message>
        <source>Append what the program does to this file, without tokens, queries and bodies.</source>
        <translation>Hängt an diese Datei an, was das Programm tut, ohne Token, Abfrageteile und Inhalte.</translation>
    </message>
    <message>
        <source>--log-file needs the name of a file.</source>
        <translation>--log-file braucht den Namen einer Datei.</translation>
    </message>
    <message>
        <source>--log-file “%1” can&apos;t be written: %2</source>
        <translation>--log-file „%1“ kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>LimitsText</name>
    <message>
        <source>Enter an association type ID.</source>
        <translation>Geben Sie die ID eines Zuordnungstyps ein.</translation>
    </message>
    <message>
        <source>The type ID is not a whole number.</source>
        <translation>Die Typ-ID ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>A type ID is a whole number from 1 to %L1.</source>
        <translation>Eine Typ-ID ist eine ganze Zahl von 1 bis %L1.</translation>
    </message>
    <message>
        <source>Not a category: choose HubSpot, Custom, Integrator or Work.</source>
        <translation>Unbekannte Kategorie: Wählen Sie HubSpot, Eigene, Integrator oder Work.</translation>
    </message>
    <message>
        <source>The limit is not a whole number. Write it without separators, or “many”.</source>
        <translation>Das Limit ist keine ganze Zahl. Schreiben Sie es ohne Trennzeichen oder „*“ für kein Limit.</translation>
    </message>
    <message>
        <source>A limit is at least 1. For no limit, write “many”.</source>
        <translation>Ein Limit beträgt mindestens 1. Für kein Limit schreiben Sie „*“.</translation>
    </message>
    <message>
        <source>The limit is larger than HubSpot can hold.</source>
        <translation>Das Limit ist größer, als HubSpot speichern kann.</translation>
    </message>
    <message>
        <source>Another row has the same type ID and category.</source>
        <translation>Eine andere Zeile hat dieselbe Typ-ID und Kategorie.</translation>
    </message>
    <message>
        <source>A label&apos;s limit can&apos;t be above the %L1 of the association without a label.</source>
        <translation>Das Limit einer Bezeichnung darf nicht über dem der Zuordnung ohne Bezeichnung (%L1) liegen.</translation>
    </message>
    <message>
        <source>Equal to the limit without a label; HubSpot may ask for less.</source>
        <translation>Gleich dem Limit ohne Bezeichnung; HubSpot verlangt eventuell weniger.</translation>
    </message>
    <message>
        <source>HubSpot names %L1 as the highest limit; it may refuse this one.</source>
        <translation>HubSpot nennt %L1 als höchstes Limit und lehnt dieses eventuell ab.</translation>
    </message>
    <message>
        <source>No limit entered, so this row is not sent.</source>
        <translation>Kein Limit, wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Type ID %1: %2</source>
        <translation>Typ-ID %1: %2</translation>
    </message>
    <message>
        <source>Choose or type an object type.</source>
        <translation>Wählen Sie einen Objekttyp oder geben Sie ihn ein.</translation>
    </message>
    <message>
        <source>“%1” is not an object type ID. They look like 0-1 or 2-12345.</source>
        <translation>„%1“ ist keine Objekttyp-ID. Solche IDs sehen aus wie 0-1 oder 2-12345.</translation>
    </message>
    <message>
        <source>“%1” is not an object type: names have only letters, digits, _ and -.</source>
        <translation>„%1“ ist kein Objekttyp: Namen enthalten nur Buchstaben, Ziffern, _ und -.</translation>
    </message>
    <message>
        <source>This is too long for an object type.</source>
        <translation>Das ist zu lang für einen Objekttyp.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s limit was %L1 when you entered this.</source>
        <translation>Als Sie dies eingaben, war das Limit in HubSpot %L1.</translation>
    </message>
    <message>
        <source>HubSpot had no limit when you entered this.</source>
        <translation>Als Sie dies eingaben, gab es in HubSpot kein Limit.</translation>
    </message>
    <message>
        <source>HubSpot does not list this type for this pair.</source>
        <translation>HubSpot führt diesen Typ bei diesem Objektpaar nicht auf.</translation>
    </message>
    <message>
        <source>HubSpot has this limit already.</source>
        <translation>HubSpot hat dieses Limit bereits.</translation>
    </message>
    <message>
        <source>This limit holds in both directions.</source>
        <translation>Dieses Limit gilt in beiden Richtungen.</translation>
    </message>
    <message>
        <source>Holds in both directions: type ID %1 follows.</source>
        <translation>Gilt in beiden Richtungen: Typ-ID %1 folgt.</translation>
    </message>
    <message>
        <source>Limits this label only, not the association.</source>
        <translation>Begrenzt nur diese Bezeichnung, nicht die Zuordnung.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>The sandbox could not be started.</source>
        <translation>Die Sandbox konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The sandbox could not be reset.</source>
        <translation>Die Sandbox konnte nicht zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>The accounts could not be read.</source>
        <translation>Die Accounts konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The accounts could not be read. Their file is kept at %1.</source>
        <translation>Die Accounts konnten nicht gelesen werden. Ihre Datei ist aufgehoben: %1.</translation>
    </message>
</context>
<context>
    <name>ProgramText</name>
    <message>
        <source>The history can&apos;t be opened, so nothing can be submitted: %1</source>
        <translation>Der Verlauf kann nicht geöffnet werden; daher kann nichts übermittelt werden: %1</translation>
    </message>
    <message>
        <source>The history was written by a newer version of this program. It is left untouched, and nothing can be submitted.</source>
        <translation>Der Verlauf stammt von einer neueren Version dieses Programms. Er bleibt unverändert, und es kann nichts übermittelt werden.</translation>
    </message>
    <message>
        <source>The history can&apos;t be written: %1</source>
        <translation>Der Verlauf kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The record is no longer in the history.</source>
        <translation>Der Eintrag ist nicht mehr im Verlauf.</translation>
    </message>
    <message>
        <source>The history file is damaged here: %1</source>
        <translation>Die Verlaufsdatei ist hier beschädigt: %1</translation>
    </message>
    <message>
        <source>The history file was damaged. It was kept as %1, and a new one was begun.</source>
        <translation>Die Verlaufsdatei war beschädigt. Sie wurde als %1 aufbewahrt und eine neue begonnen.</translation>
    </message>
    <message>
        <source>GNU Lesser General Public License, version 3</source>
        <translation>GNU Lesser General Public License, Version 3</translation>
    </message>
    <message>
        <source>Modified BSD License</source>
        <translation>Modifizierte BSD-Lizenz</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>Gemeinfrei</translation>
    </message>
    <message>
        <source>GNU Lesser General Public License, version 2.1 or later</source>
        <translation>GNU Lesser General Public License, Version 2.1 oder neuer</translation>
    </message>
    <message>
        <source>Association Limits %1</source>
        <translation>Association Limits %1</translation>
    </message>
    <message>
        <source>See and change how many records of one HubSpot object type may be associated with a record of another.</source>
        <translation>Ansehen und ändern, wie viele Datensätze eines HubSpot-Objekttyps einem Datensatz eines anderen zugeordnet sein dürfen.</translation>
    </message>
    <message>
        <source>It is made with:</source>
        <translation>Es enthält:</translation>
    </message>
</context>
<context>
    <name>SubmitText</name>
    <message numerus="yes">
        <source>Saved %1 of %Ln limit(s).</source>
        <extracomment>%1 is how many of them were saved</extracomment>
        <translation>
            <numerusform>%1 von %Ln Limit gespeichert.</numerusform>
            <numerusform>%1 von %Ln Limits gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) your attention.</source>
        <translation>
            <numerusform>%Ln erfordert Ihre Aufmerksamkeit.</numerusform>
            <numerusform>%Ln erfordern Ihre Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent: a submission is running already.</source>
        <translation>Es wurde nichts gesendet: Eine Übermittlung läuft bereits.</translation>
    </message>
    <message>
        <source>Nothing was sent: there is no history to keep a record in.</source>
        <translation>Es wurde nichts gesendet: Es gibt keinen Verlauf, der die Übermittlung festhalten könnte.</translation>
    </message>
    <message>
        <source>Nothing was sent: its record could not be written to the history.</source>
        <translation>Es wurde nichts gesendet: Die Übermittlung konnte nicht in den Verlauf geschrieben werden.</translation>
    </message>
    <message>
        <source>Checked: %1.</source>
        <extracomment>%1 is &quot;4 stored, 1 unknown&quot;</extracomment>
        <translation>Nachgeprüft: %1.</translation>
    </message>
    <message>
        <source>Nothing was read: another window is still submitting these limits.</source>
        <translation>Es wurde nichts gelesen: Ein anderes Fenster übermittelt diese Limits noch.</translation>
    </message>
</context>
<context>
    <name>accounts::SignIn</name>
    <message>
        <source>This answer does not belong to the sign-in that Association Limits waited for. You can close this page and try again in Association Limits.</source>
        <translation>Diese Antwort gehört nicht zu der Anmeldung, auf die Association Limits gewartet hat. Sie können diese Seite schließen und es in Association Limits noch einmal versuchen.</translation>
    </message>
    <message>
        <source>HubSpot did not give access. You can close this page and go back to Association Limits.</source>
        <translation>HubSpot hat keinen Zugriff gewährt. Sie können diese Seite schließen und zu Association Limits zurückkehren.</translation>
    </message>
    <message>
        <source>HubSpot has answered. You can close this page and go back to Association Limits.</source>
        <translation>HubSpot hat geantwortet. Sie können diese Seite schließen und zu Association Limits zurückkehren.</translation>
    </message>
</context>
<context>
    <name>limits::DraftStore</name>
    <message>
        <source>The draft cannot be read: %1</source>
        <translation>Der Entwurf kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The draft was written by another version of this program and is left as it is.</source>
        <translation>Der Entwurf stammt von einer anderen Version dieses Programms und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The draft is damaged and was set aside.</source>
        <translation>Der Entwurf ist beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The draft cannot be removed: %1</source>
        <translation>Der Entwurf kann nicht entfernt werden: %1</translation>
    </message>
    <message>
        <source>The draft cannot be saved: %1</source>
        <translation>Der Entwurf kann nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>ui::accounts::AccountBox</name>
    <message>
        <source>The account to work with</source>
        <translation>Der Account, mit dem Sie arbeiten</translation>
    </message>
    <message>
        <source>Manage accounts…</source>
        <translation>Accounts verwalten…</translation>
    </message>
</context>
<context>
    <name>ui::accounts::AccountForm</name>
    <message>
        <source>It can be read but not changed. Production accounts are locked until you unlock them.</source>
        <translation>Er kann gelesen, aber nicht geändert werden. Produktiv-Accounts sind gesperrt, bis Sie sie entsperren.</translation>
    </message>
    <message>
        <source>Limits can be changed. Locked accounts can be read but not changed.</source>
        <translation>Limits können geändert werden. Gesperrte Accounts können gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>&amp;Read-only</source>
        <translation>&amp;Schreibgeschützt</translation>
    </message>
    <message>
        <source>The address of HubSpot&apos;s API</source>
        <translation>Die Adresse der HubSpot-API</translation>
    </message>
    <message>
        <source>To tell the account apart by</source>
        <translation>Damit Sie den Account von anderen unterscheiden</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>OAuth</source>
        <translation>OAuth</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Base &amp;URL:</source>
        <translation>Basis-&amp;URL:</translation>
    </message>
    <message>
        <source>&amp;Colour:</source>
        <translation>&amp;Farbe:</translation>
    </message>
    <message>
        <source>Lock:</source>
        <translation>Sperre:</translation>
    </message>
    <message>
        <source>S&amp;ign-in:</source>
        <translation>Anme&amp;ldung:</translation>
    </message>
    <message>
        <source>The sandbox is inside this program and needs none.</source>
        <translation>Die Sandbox ist Teil dieses Programms und braucht keine.</translation>
    </message>
    <message>
        <source>Its token came with this start of the program, and is forgotten when you quit.</source>
        <translation>Das Token kam mit diesem Programmstart und wird beim Beenden vergessen.</translation>
    </message>
    <message>
        <source>An account needs a name to be chosen by.</source>
        <translation>Ein Account braucht einen Namen, damit man ihn auswählen kann.</translation>
    </message>
    <message>
        <source>Change the address?</source>
        <translation>Adresse ändern?</translation>
    </message>
    <message>
        <source>The secret of %1 is for its present address and is forgotten. The new address, %2, needs one of its own.</source>
        <translation>Die Zugangsdaten von %1 gelten für die bisherige Adresse und werden vergessen. Die neue Adresse, %2, braucht eigene.</translation>
    </message>
    <message>
        <source>&amp;Change the address</source>
        <translation>Adresse ä&amp;ndern</translation>
    </message>
</context>
<context>
    <name>ui::accounts::AccountStrip</name>
    <message>
        <source>Reset sandbox…</source>
        <translation>Sandbox zurücksetzen…</translation>
    </message>
    <message>
        <source>Put the sandbox&apos;s limits back to what they were at the first start</source>
        <translation>Die Limits der Sandbox auf den Stand des ersten Starts zurücksetzen</translation>
    </message>
    <message>
        <source>Sandbox: an imitation of HubSpot to try things in. Nothing leaves this computer.</source>
        <translation>Sandbox: eine Nachbildung von HubSpot zum Ausprobieren. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Production: what you submit changes the HubSpot account at %1.</source>
        <translation>Produktivbetrieb: Was Sie übermitteln, ändert den HubSpot-Account unter %1.</translation>
    </message>
    <message>
        <source>Sandbox account: what you submit changes the HubSpot sandbox at %1.</source>
        <translation>Sandbox-Account: Was Sie übermitteln, ändert die HubSpot-Sandbox bei %1.</translation>
    </message>
    <message>
        <source>Developer test account: what you submit changes the test account at %1.</source>
        <translation>Entwickler-Testaccount: Was Sie übermitteln, ändert den Testaccount bei %1.</translation>
    </message>
    <message>
        <source>App developer account: what you submit changes the developer account at %1.</source>
        <translation>App-Entwickler-Account: Was Sie übermitteln, ändert den Entwickler-Account bei %1.</translation>
    </message>
    <message>
        <source>Read-only: the sandbox inside this program is locked.</source>
        <translation>Schreibgeschützt: Die Sandbox in diesem Programm ist gesperrt.</translation>
    </message>
    <message>
        <source>Read-only: the production account at %1 is locked. Nothing can be submitted to it.</source>
        <translation>Schreibgeschützt: Der Produktiv-Account bei %1 ist gesperrt. Es kann nichts an ihn übermittelt werden.</translation>
    </message>
    <message>
        <source>Read-only: the HubSpot sandbox at %1 is locked. Nothing can be submitted to it.</source>
        <translation>Schreibgeschützt: Die HubSpot-Sandbox bei %1 ist gesperrt. Es kann nichts an sie übermittelt werden.</translation>
    </message>
    <message>
        <source>Read-only: the developer test account at %1 is locked. Nothing can be submitted to it.</source>
        <translation>Schreibgeschützt: Der Entwickler-Test-Account bei %1 ist gesperrt. Es kann nichts an ihn übermittelt werden.</translation>
    </message>
    <message>
        <source>Read-only: the app developer account at %1 is locked. Nothing can be submitted to it.</source>
        <translation>Schreibgeschützt: Der App-Entwickler-Account bei %1 ist gesperrt. Es kann nichts an ihn übermittelt werden.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Allow limits to be submitted to this account</source>
        <translation>Erlaubt, Limits an diesen Account zu übermitteln</translation>
    </message>
    <message>
        <source>Let this account be read, but not changed</source>
        <translation>Der Account kann dann gelesen, aber nicht geändert werden</translation>
    </message>
    <message>
        <source>&amp;Lock account</source>
        <translation>Account &amp;sperren</translation>
    </message>
    <message>
        <source>&amp;Reset sandbox…</source>
        <translation>Sandbox &amp;zurücksetzen…</translation>
    </message>
    <message>
        <source>Un&amp;lock account…</source>
        <translation>Account ent&amp;sperren…</translation>
    </message>
</context>
<context>
    <name>ui::accounts::AccountsDialog</name>
    <message>
        <source>Re&amp;move…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>This account belongs to the program&apos;s start</source>
        <translation>Dieser Account gehört zum Programmstart</translation>
    </message>
    <message>
        <source>The account could not be added.</source>
        <translation>Der Account konnte nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Remove the account?</source>
        <translation>Account entfernen?</translation>
    </message>
    <message>
        <source>%1 and its token or sign-in are removed from this computer. Its history and its drafts stay, and nothing changes in HubSpot.</source>
        <translation>%1 und sein Token oder seine Anmeldung werden von diesem Computer entfernt. Verlauf und Entwürfe bleiben, und in HubSpot ändert sich nichts.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>The account could not be removed.</source>
        <translation>Der Account konnte nicht entfernt werden.</translation>
    </message>
</context>
<context>
    <name>ui::accounts::CheckupPane</name>
    <message>
        <source>Copy results</source>
        <translation>Ergebnisse kopieren</translation>
    </message>
    <message>
        <source>Copy scopes</source>
        <translation>Scopes kopieren</translation>
    </message>
    <message>
        <source>Try everything the program reads. Nothing is changed.</source>
        <translation>Probiert alles aus, was das Programm liest. Geändert wird nichts.</translation>
    </message>
    <message>
        <source>Stop t&amp;esting</source>
        <translation>&amp;Test abbrechen</translation>
    </message>
    <message>
        <source>T&amp;est connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>There is no token to test with yet</source>
        <translation>Es gibt noch kein Token zum Testen</translation>
    </message>
</context>
<context>
    <name>ui::accounts::CheckupText</name>
    <message>
        <source>Account ID: %1</source>
        <translation>Account-ID: %1</translation>
    </message>
    <message>
        <source>Kind: %1 (%2)</source>
        <translation>Art: %1 (%2)</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
    <message>
        <source>Region: %1</source>
        <translation>Region: %1</translation>
    </message>
    <message>
        <source>HubSpot&apos;s address: %1</source>
        <translation>Adresse in HubSpot: %1</translation>
    </message>
    <message>
        <source>✓ %1: allowed</source>
        <translation>✓ %1: erlaubt</translation>
    </message>
    <message>
        <source>✗ %1: %2</source>
        <translation>✗ %1: %2</translation>
    </message>
    <message>
        <source>✓ Everything the program needs can be read.</source>
        <translation>✓ Alles, was das Programm braucht, kann gelesen werden.</translation>
    </message>
    <message>
        <source>✗ Nothing can be read.</source>
        <translation>✗ Nichts kann gelesen werden.</translation>
    </message>
    <message>
        <source>⚠ Not everything can be read.</source>
        <translation>⚠ Nicht alles kann gelesen werden.</translation>
    </message>
    <message>
        <source>⚠ Missing scopes: %1</source>
        <translation>⚠ Fehlende Scopes: %1</translation>
    </message>
</context>
<context>
    <name>ui::accounts::ConnectHelp</name>
    <message>
        <source>No access token for this account yet</source>
        <translation>Für diesen Account gibt es noch kein Zugriffstoken</translation>
    </message>
    <message>
        <source>This account is not signed in</source>
        <translation>Dieser Account ist nicht angemeldet</translation>
    </message>
    <message>
        <source>Sign in under Accounts. Until then you can edit limits here, or try everything in the sandbox.</source>
        <translation>Melden Sie sich unter Accounts an. Bis dahin können Sie hier Limits bearbeiten oder in der Sandbox alles ausprobieren.</translation>
    </message>
    <message>
        <source>1. In HubSpot, open Development &gt; Keys &gt; Service keys and create a service key with the crm.objects scopes of the objects you work with.
2. Paste it under Accounts. It is kept in the system&apos;s keychain and sent to %1 only. The environment variable HUBSPOT_ACCESS_TOKEN works as well.
Until then you can edit limits here, or try everything in the sandbox.</source>
        <translation>1. Öffnen Sie in HubSpot Development &gt; Keys &gt; Service keys und erstellen Sie einen Service Key mit den crm.objects-Scopes der Objekte, mit denen Sie arbeiten.
2. Fügen Sie ihn unter Accounts ein. Er wird im Schlüsselbund des Systems aufbewahrt und nur an %1 gesendet. Die Umgebungsvariable HUBSPOT_ACCESS_TOKEN geht auch.
Bis dahin können Sie hier Limits bearbeiten oder in der Sandbox alles ausprobieren.</translation>
    </message>
</context>
<context>
    <name>ui::accounts::Locking</name>
    <message>
        <source>Unlock the production account?</source>
        <translation>Produktiv-Account entsperren?</translation>
    </message>
    <message>
        <source>People work with %1. Once it is unlocked, limits that you submit are changed there at once, for everybody. Each submission is still reviewed and confirmed first.</source>
        <translation>Mit %1 wird gearbeitet. Ist er entsperrt, gelten Limits, die Sie übermitteln, dort sofort und für alle. Jede Übermittlung wird weiterhin erst geprüft und bestätigt.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
</context>
<context>
    <name>ui::accounts::OAuthForm</name>
    <message>
        <source>Enter it as a redirect URL of your HubSpot app.</source>
        <translation>Tragen Sie sie als Weiterleitungs-URL Ihrer HubSpot-App ein.</translation>
    </message>
    <message>
        <source>Where other programs use its port, these too: %1</source>
        <translation>Falls andere Programme ihren Port belegen, auch diese: %1</translation>
    </message>
    <message>
        <source>Sign in &amp;with HubSpot</source>
        <translation>&amp;Mit HubSpot anmelden</translation>
    </message>
    <message>
        <source>Cance&amp;l sign-in</source>
        <translation>Anmeldung a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Cop&amp;y address</source>
        <translation>A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>Sign o&amp;ut…</source>
        <translation>A&amp;bmelden…</translation>
    </message>
    <message>
        <source>Of your own HubSpot app</source>
        <translation>Von Ihrer eigenen HubSpot-App</translation>
    </message>
    <message>
        <source>What to ask HubSpot for</source>
        <translation>Worum HubSpot gebeten wird</translation>
    </message>
    <message>
        <source>To be registered in your HubSpot app</source>
        <translation>In Ihrer HubSpot-App einzutragen</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Client I&amp;D:</source>
        <translation>&amp;Client-ID:</translation>
    </message>
    <message>
        <source>Client &amp;secret:</source>
        <translation>Client-S&amp;ecret:</translation>
    </message>
    <message>
        <source>Sc&amp;opes:</source>
        <translation>Sc&amp;opes:</translation>
    </message>
    <message>
        <source>Redirec&amp;t:</source>
        <translation>&amp;Weiterleitung:</translation>
    </message>
    <message>
        <source>Opens HubSpot in the browser and waits for its answer</source>
        <translation>Öffnet HubSpot im Browser und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>To open it in another browser</source>
        <translation>Um sie in einem anderen Browser zu öffnen</translation>
    </message>
    <message>
        <source>Copy the client ID from your HubSpot app.</source>
        <translation>Kopieren Sie die Client-ID aus Ihrer HubSpot-App.</translation>
    </message>
    <message>
        <source>Waiting for the browser. Choose the account there and grant what is asked for.</source>
        <translation>Warten auf den Browser. Wählen Sie dort den Account und gewähren Sie, worum gebeten wird.</translation>
    </message>
    <message>
        <source>The browser could not be opened. Copy the address into one.</source>
        <translation>Der Browser konnte nicht geöffnet werden. Kopieren Sie die Adresse in einen.</translation>
    </message>
    <message>
        <source>Signed in. The sign-in is renewed by itself.</source>
        <translation>Angemeldet. Die Anmeldung wird von selbst erneuert.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>The sign-in of %1 and the client secret are removed from this computer. To read the account again you have to sign in again.</source>
        <translation>Die Anmeldung von %1 und das Client-Secret werden von diesem Computer entfernt. Um den Account wieder zu lesen, müssen Sie sich neu anmelden.</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>Sign in a&amp;gain</source>
        <translation>Ne&amp;u anmelden</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>A secret is in memory until you quit</source>
        <translation>Ein Secret ist im Arbeitsspeicher, bis Sie das Programm beenden</translation>
    </message>
    <message>
        <source>A secret is in the keychain</source>
        <translation>Ein Secret ist im Schlüsselbund</translation>
    </message>
</context>
<context>
    <name>ui::accounts::TokenForm</name>
    <message>
        <source>None: signed in with OAuth</source>
        <translation>Keins: mit OAuth angemeldet</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>A token is in the keychain</source>
        <translation>Ein Token ist im Schlüsselbund</translation>
    </message>
    <message>
        <source>A token is in memory until you quit</source>
        <translation>Ein Token ist im Arbeitsspeicher, bis Sie das Programm beenden</translation>
    </message>
    <message>
        <source>A token came with this start of the program</source>
        <translation>Ein Token kam mit diesem Programmstart</translation>
    </message>
    <message>
        <source>&amp;Forget token…</source>
        <translation>Token &amp;vergessen…</translation>
    </message>
    <message>
        <source>A service key or a private app&apos;s token</source>
        <translation>Ein Service Key oder das Token einer privaten App</translation>
    </message>
    <message>
        <source>Access to&amp;ken:</source>
        <translation>&amp;Zugriffstoken:</translation>
    </message>
    <message>
        <source>Replace &amp;token</source>
        <translation>Token e&amp;rsetzen</translation>
    </message>
    <message>
        <source>Sa&amp;ve token</source>
        <translation>Token s&amp;peichern</translation>
    </message>
    <message>
        <source>The token is in use from now on.</source>
        <translation>Das Token wird ab jetzt verwendet.</translation>
    </message>
    <message>
        <source>Forget the token?</source>
        <translation>Token vergessen?</translation>
    </message>
    <message>
        <source>The token of %1 is removed from this computer. To read the account again it has to be pasted again. In HubSpot it stays valid.</source>
        <translation>Das Token von %1 wird von diesem Computer entfernt. Um den Account wieder zu lesen, muss es neu eingefügt werden. In HubSpot bleibt es gültig.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
</context>
<context>
    <name>ui::accounts::Words</name>
    <message>
        <source>Inside this program</source>
        <translation>In diesem Programm</translation>
    </message>
    <message>
        <source>Counts as production</source>
        <translation>Gilt als Produktiv-Account</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktiv-Account</translation>
    </message>
    <message>
        <source>HubSpot sandbox</source>
        <translation>HubSpot-Sandbox</translation>
    </message>
    <message>
        <source>Developer test account</source>
        <translation>Entwickler-Test-Account</translation>
    </message>
    <message>
        <source>App developer account</source>
        <translation>App-Entwickler-Account</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>There is no token in this. Copy it in HubSpot and paste it here.</source>
        <translation>Darin ist kein Token. Kopieren Sie es in HubSpot und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <source>A token is one word, but there are spaces or line breaks within this. Copy the token alone.</source>
        <translation>Ein Token ist ein einziges Wort, hier sind aber Leerzeichen oder Zeilenumbrüche darin. Kopieren Sie nur das Token.</translation>
    </message>
    <message>
        <source>There is a quote within this, which no token has. Copy the token alone.</source>
        <translation>Hier ist ein Anführungszeichen darin, das kein Token hat. Kopieren Sie nur das Token.</translation>
    </message>
    <message>
        <source>There are characters in this that no token has, such as umlauts or invisible ones. Copy the token again in HubSpot.</source>
        <translation>Hier sind Zeichen darin, die kein Token hat, etwa Umlaute oder unsichtbare. Kopieren Sie das Token in HubSpot noch einmal.</translation>
    </message>
    <message>
        <source>This is longer than 4,096 characters, so it is no token. Copy the token alone.</source>
        <translation>Das sind mehr als 4.096 Zeichen, also kein Token. Kopieren Sie nur das Token.</translation>
    </message>
    <message>
        <source>Copy the client secret from your HubSpot app.</source>
        <translation>Kopieren Sie das Client-Secret aus Ihrer HubSpot-App.</translation>
    </message>
    <message>
        <source>A client secret is one word, but there are spaces or line breaks within this. Copy the secret alone.</source>
        <translation>Ein Client-Secret ist ein einziges Wort, hier sind aber Leerzeichen oder Zeilenumbrüche darin. Kopieren Sie nur das Secret.</translation>
    </message>
    <message>
        <source>There is a quote within this, which no client secret has. Copy the secret alone.</source>
        <translation>Hier ist ein Anführungszeichen darin, das kein Client-Secret hat. Kopieren Sie nur das Secret.</translation>
    </message>
    <message>
        <source>There are characters in this that no client secret has. Copy the secret again in HubSpot.</source>
        <translation>Hier sind Zeichen darin, die kein Client-Secret hat. Kopieren Sie das Secret in HubSpot noch einmal.</translation>
    </message>
    <message>
        <source>This is longer than 4,096 characters, so it is no client secret.</source>
        <translation>Das sind mehr als 4.096 Zeichen, also kein Client-Secret.</translation>
    </message>
    <message>
        <source>This is no address. HubSpot&apos;s is %1.</source>
        <translation>Das ist keine Adresse. Die von HubSpot ist %1.</translation>
    </message>
    <message>
        <source>The address has to begin with https://, so that nobody on the way can read the token. http:// is for this computer only.</source>
        <translation>Die Adresse muss mit https:// beginnen, damit niemand unterwegs das Token lesen kann. http:// gilt nur für diesen Computer.</translation>
    </message>
    <message>
        <source>The address ends after the host and the port. Remove what follows.</source>
        <translation>Die Adresse endet nach Host und Port. Entfernen Sie, was danach kommt.</translation>
    </message>
    <message>
        <source>A user name or password has no place in the address. Remove it.</source>
        <translation>Benutzername und Passwort gehören nicht in die Adresse. Entfernen Sie sie.</translation>
    </message>
    <message>
        <source>The browser has no way back: this computer gave the program no port to listen at. Close what uses the redirect address, and sign in again.</source>
        <translation>Der Browser findet nicht zurück: Das Programm bekam auf diesem Computer keinen Port, an dem es warten kann. Schließen Sie, was die Weiterleitungsadresse belegt, und melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>HubSpot did not grant the sign-in. Sign in again and choose an account you are a super admin of.</source>
        <translation>HubSpot hat die Anmeldung nicht gewährt. Melden Sie sich noch einmal an und wählen Sie einen Account, in dem Sie Super-Admin sind.</translation>
    </message>
    <message>
        <source>An answer came that does not belong to this sign-in, so it was refused. Sign in again, in one browser window only.</source>
        <translation>Es kam eine Antwort, die nicht zu dieser Anmeldung gehört; sie wurde abgewiesen. Melden Sie sich noch einmal an, in einem einzigen Browserfenster.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser in time. Sign in again.</source>
        <translation>Aus dem Browser kam rechtzeitig niemand zurück. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The browser came back, but HubSpot&apos;s token service was not reached. Check the connection and sign in again.</source>
        <translation>Der Browser kam zurück, aber der Token-Dienst von HubSpot war nicht erreichbar. Prüfen Sie die Verbindung und melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s token service refused the app. Check the client ID and the client secret, and that the redirect address is registered.</source>
        <translation>Der Token-Dienst von HubSpot hat die App abgewiesen. Prüfen Sie Client-ID und Client-Secret und ob die Weiterleitungsadresse eingetragen ist.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was removed.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Account details</source>
        <translation>Account-Details</translation>
    </message>
    <message>
        <source>Association labels</source>
        <translation>Zuordnungslabels</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Custom objects</source>
        <translation>Benutzerdefinierte Objekte</translation>
    </message>
    <message>
        <source>Which objects are switched on</source>
        <translation>Welche Objekte aktiviert sind</translation>
    </message>
    <message>
        <source>Records at or near a limit</source>
        <translation>Datensätze an oder nahe einem Limit</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>No token yet</source>
        <translation>Noch kein Token</translation>
    </message>
    <message>
        <source>%1, read-only</source>
        <extracomment>%1 is the kind of an account.</extracomment>
        <translation>%1, schreibgeschützt</translation>
    </message>
    <message>
        <source>The system&apos;s keychain can&apos;t be used, so secrets are kept in memory until you quit.</source>
        <translation>Der Schlüsselbund des Systems ist nicht verfügbar. Geheimnisse bleiben deshalb nur bis zum Beenden im Speicher.</translation>
    </message>
</context>
<context>
    <name>ui::commands::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type words of a command; Return runs the one that is chosen</source>
        <translation>Wörter eines Befehls eingeben; die Eingabetaste führt den gewählten aus</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>The commands with these words</source>
        <translation>Die Befehle mit diesen Wörtern</translation>
    </message>
    <message>
        <source>No command has these words</source>
        <translation>Kein Befehl enthält diese Wörter</translation>
    </message>
    <message>
        <source>Fewer letters find more.</source>
        <translation>Weniger Buchstaben finden mehr.</translation>
    </message>
</context>
<context>
    <name>ui::commands::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>The commands that have keys, by their menus</source>
        <translation>Die Befehle mit Tasten, nach Menüs geordnet</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>In the tables</source>
        <translation>In den Tabellen</translation>
    </message>
</context>
<context>
    <name>ui::diagnostics::Diagnostics</name>
    <message>
        <source>Details for support copied. They hold no token.</source>
        <translation>Details für den Support kopiert. Es ist kein Token darin.</translation>
    </message>
</context>
<context>
    <name>ui::diagnostics::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Show only lines with this text</source>
        <translation>Nur Zeilen mit diesem Text zeigen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Show only lines that are so grave</source>
        <translation>Nur Zeilen dieser Stufe zeigen</translation>
    </message>
    <message>
        <source>One row for each line, newest last</source>
        <translation>Eine Zeile je Eintrag, das Neueste zuletzt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown (Ctrl+C)</source>
        <translation>Kopiert die ausgewählten Zeilen, sonst alle gezeigten (Strg+C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Save the lines that are shown to a file</source>
        <translation>Speichert die gezeigten Zeilen in eine Datei</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>Change the filter or the level above.</source>
        <translation>Ändern Sie oben den Filter oder die Stufe.</translation>
    </message>
    <message>
        <source>Nothing was logged yet</source>
        <translation>Noch ist nichts protokolliert</translation>
    </message>
    <message>
        <source>Requests to HubSpot and warnings will be listed here.</source>
        <translation>Anfragen an HubSpot und Warnungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <source>%1 exists already. The log takes its place.</source>
        <translation>%1 gibt es schon. Das Protokoll nimmt ihren Platz ein.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>The log was saved.</source>
        <translation>Das Protokoll wurde gespeichert.</translation>
    </message>
    <message>
        <source>The log could not be saved.</source>
        <translation>Das Protokoll konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>ui::diagnostics::LogModel</name>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fatal error</source>
        <translation>Fataler Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Category</source>
        <extracomment>Column of the log: the part of the program a line is about.</extracomment>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsDelegate</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Limit neu</translation>
    </message>
    <message>
        <source>Type ID</source>
        <translation>Typ-ID</translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsPanel</name>
    <message>
        <source>&amp;Remove limit</source>
        <translation>Limit &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Limits of the pair</source>
        <translation>Limits des Objektpaars</translation>
    </message>
    <message>
        <source>Nothing to submit</source>
        <translation>Nichts zu übermitteln</translation>
    </message>
    <message>
        <source>Add an association type ID and the highest number of records it may associate, or paste rows from a spreadsheet.</source>
        <translation>Fügen Sie die ID eines Zuordnungstyps und die Höchstzahl der zugeordneten Datensätze hinzu oder fügen Sie Zeilen aus einer Tabellenkalkulation ein.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the limits as you type</source>
        <translation>Filtert die Limits beim Tippen</translation>
    </message>
    <message>
        <source>&amp;Add type ID</source>
        <translation>&amp;Typ-ID hinzufügen</translation>
    </message>
    <message>
        <source>Add a row to type a type ID into (Ctrl+N)</source>
        <translation>Eine Zeile für eine Typ-ID hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Eine Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Go to the first row with an error</source>
        <translation>Zur ersten fehlerhaften Zeile gehen</translation>
    </message>
    <message>
        <source>Discard all edits</source>
        <translation>Alle Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Review what will be submitted</source>
        <translation>Prüfen, was übermittelt wird</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>Nach &amp;unten ausfüllen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Re&amp;view and submit…</source>
        <translation>&amp;Prüfen und übermitteln…</translation>
    </message>
    <message>
        <source>%L1 of %L2 shown</source>
        <translation>%L1 von %L2 angezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with errors</source>
        <translation>
            <numerusform>%Ln fehlerhafte Zeile</numerusform>
            <numerusform>%Ln fehlerhafte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;view (%L1)</source>
        <translation>&amp;Prüfen (%L1)</translation>
    </message>
    <message>
        <source>Correct the rows with errors first</source>
        <translation>Berichtigen Sie zuerst die fehlerhaften Zeilen</translation>
    </message>
    <message>
        <source>See what will be submitted (Ctrl+Return)</source>
        <translation>Ansehen, was übermittelt wird (Strg+Return)</translation>
    </message>
    <message>
        <source>discard</source>
        <translation>„Verwerfen“</translation>
    </message>
    <message>
        <source>Types and limits are being read</source>
        <translation>Typen und Limits werden gelesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop reading (Esc)</source>
        <translation>Das Lesen abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Das Lesen abbrechen</translation>
    </message>
    <message>
        <source>Reading types and limits…</source>
        <translation>Typen und Limits werden gelesen …</translation>
    </message>
    <message>
        <source>Set the selected limits to “Many”; rows typed by hand are taken out</source>
        <translation>Die ausgewählten Limits auf „Viele“ setzen; von Hand eingegebene Zeilen werden entfernt</translation>
    </message>
    <message>
        <source>Remove the selected limits</source>
        <translation>Die ausgewählten Limits entfernen</translation>
    </message>
    <message>
        <source>Take back everything that was entered; undo brings it back</source>
        <translation>Alles Eingegebene zurücknehmen; Rückgängig stellt es wieder her</translation>
    </message>
    <message>
        <source>Re&amp;move limits</source>
        <translation>Li&amp;mits entfernen</translation>
    </message>
    <message>
        <source>Take &amp;back entries</source>
        <translation>Eingaben &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;No limit (“Many”)</source>
        <translation>Kein &amp;Limit („Viele“)</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Clear the filter to see all limits of the pair.</source>
        <translation>Leeren Sie den Filter, um alle Limits des Objektpaars zu sehen.</translation>
    </message>
    <message>
        <source>HubSpot lists no association types for this pair</source>
        <translation>HubSpot führt für dieses Objektpaar keine Zuordnungstypen auf</translation>
    </message>
    <message>
        <source>Records of these two objects can&apos;t be associated, or the types are not visible to this account&apos;s token.</source>
        <translation>Datensätze dieser beiden Objekte können einander nicht zugeordnet werden, oder das Zugriffstoken dieses Accounts darf die Typen nicht sehen.</translation>
    </message>
    <message>
        <source>&amp;History of this limit</source>
        <translation>&amp;Verlauf dieses Limits</translation>
    </message>
    <message>
        <source>S&amp;top reading</source>
        <translation>Lesen an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Edit limit</source>
        <translation>Limit &amp;bearbeiten</translation>
    </message>
    <message>
        <source>G&amp;o to the first error</source>
        <translation>Zum er&amp;sten Fehler</translation>
    </message>
    <message>
        <source>D&amp;iscard everything entered</source>
        <translation>&amp;Alle Eingaben verwerfen</translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsTableModel</name>
    <message>
        <source>Many</source>
        <comment>no limit</comment>
        <translation>Viele</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>No remarks</source>
        <translation>Keine Hinweise</translation>
    </message>
    <message>
        <source>type ID %1</source>
        <translation>Typ-ID %1</translation>
    </message>
    <message>
        <source>New limit, %1, %2</source>
        <extracomment>a table cell as a screen reader says it: column, name of the row, value</extracomment>
        <translation>Limit neu, %1, %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Type ID</source>
        <translation>Typ-ID</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Limit neu</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>change type ID</source>
        <translation>„Typ-ID ändern“</translation>
    </message>
    <message>
        <source>change category</source>
        <translation>„Kategorie ändern“</translation>
    </message>
    <message>
        <source>change limit</source>
        <translation>„Limit ändern“</translation>
    </message>
    <message>
        <source>(any association)</source>
        <comment>the type without a label</comment>
        <translation>(jede Zuordnung)</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>limit</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1
A limit here is about this label, not about the association itself.</source>
        <translation>%1
Ein Limit betrifft hier diese Bezeichnung, nicht die Zuordnung selbst.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Limit now, %1, %2</source>
        <extracomment>a table cell as a screen reader says it: column, name of the row, value</extracomment>
        <translation>Limit jetzt, %1, %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>limit</comment>
        <translation>keines</translation>
    </message>
    <message>
        <source>New limit, %1, %2, changed from %3</source>
        <extracomment>a table cell as a screen reader says it: column, name of the row, value, value before</extracomment>
        <translation>Limit neu, %1, %2, geändert von %3</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>The limit set in HubSpot when it was read last</source>
        <translation>Das Limit, das beim letzten Lesen in HubSpot eingestellt war</translation>
    </message>
    <message>
        <source>Limit now</source>
        <translation>Limit jetzt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Whether the row is changed, or something is wrong with it</source>
        <translation>Ob die Zeile geändert ist oder etwas an ihr nicht stimmt</translation>
    </message>
    <message>
        <source>To which objects the limit counts: each direction has limits of its own</source>
        <translation>Für welche Richtung das Limit zählt: jede Richtung hat eigene Limits</translation>
    </message>
    <message>
        <source>The name of the association type. The limit without a label holds for all associations of the pair in this direction, the limit of a label for those with this label.</source>
        <translation>Der Name des Zuordnungstyps. Das Limit ohne Bezeichnung gilt für alle Zuordnungen des Paars in dieser Richtung, das Limit einer Bezeichnung für die Zuordnungen mit dieser Bezeichnung.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s number of the association type. Those of custom labels differ from account to account.</source>
        <translation>Die Nummer des Zuordnungstyps in HubSpot. Die von eigenen Bezeichnungen sind in jedem Account andere.</translation>
    </message>
    <message>
        <source>Who defined the association type: HubSpot, people of the account or an app. The same type ID in another category is another type.</source>
        <translation>Wer den Zuordnungstyp definiert hat: HubSpot, jemand im Account oder eine App. Dieselbe Typ-ID in einer anderen Kategorie ist ein anderer Typ.</translation>
    </message>
    <message>
        <source>How many target records one source record may have: a number from 1 on, “one” or “many” (no limit). HubSpot takes up to 10,000, or fewer where the subscription allows fewer.
The limit of a label may not exceed the limit without a label in the same direction, where that is set.
Limits hold for new associations; what is associated already stays.
The Help menu leads to HubSpot&apos;s documentation of these rules.</source>
        <translation>Wie viele Zieldatensätze ein Quelldatensatz haben darf: eine Zahl ab 1, „one“ oder „many“ (kein Limit). HubSpot nimmt bis zu 10.000 an oder weniger, wenn das Abonnement weniger erlaubt.
Das Limit einer Bezeichnung darf das Limit ohne Bezeichnung in derselben Richtung nicht überschreiten, sofern dieses gesetzt ist.
Limits gelten für neue Zuordnungen; was schon zugeordnet ist, bleibt.
Das Menü „Hilfe“ führt zur Dokumentation dieser Regeln von HubSpot.</translation>
    </message>
    <message>
        <source>What is wrong in the row, or worth a word</source>
        <translation>Was an der Zeile nicht stimmt oder zu beachten ist</translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsView</name>
    <message>
        <source>add a row</source>
        <translation>„Zeile hinzufügen“</translation>
    </message>
    <message numerus="yes">
        <source>remove %n row(s)</source>
        <extracomment>undo step</extracomment>
        <translation>
            <numerusform>„%n Zeile entfernen“</numerusform>
            <numerusform>„%n Zeilen entfernen“</numerusform>
        </translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>„Nach unten ausfüllen“</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>„Einfügen“</translation>
    </message>
    <message>
        <source>discard</source>
        <translation>„Verwerfen“</translation>
    </message>
    <message>
        <source>set to “Many”</source>
        <extracomment>undo step</extracomment>
        <translation>„Auf „Viele“ setzen“</translation>
    </message>
</context>
<context>
    <name>ui::editor::PairSelector</name>
    <message>
        <source>Swap source and target (Ctrl+Shift+X)</source>
        <translation>Quelle und Ziel tauschen (Strg+Umschalt+X)</translation>
    </message>
    <message>
        <source>Swap source and target</source>
        <translation>Quelle und Ziel tauschen</translation>
    </message>
    <message>
        <source>Fr&amp;om</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>Source object type</source>
        <translation>Quellobjekttyp</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Target object type</source>
        <translation>Zielobjekttyp</translation>
    </message>
    <message>
        <source>name or ID, such as 2-12345</source>
        <translation>Name oder ID, z. B. 2-12345</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
</context>
<context>
    <name>ui::editor::ReadProblem</name>
    <message>
        <source>The association types and limits could not be read.</source>
        <translation>Die Zuordnungstypen und Limits konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The association types could not be read.</source>
        <translation>Die Zuordnungstypen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The limits could not be read.</source>
        <translation>Die Limits konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The table shows what was read before.</source>
        <translation>Die Tabelle zeigt, was zuvor gelesen wurde.</translation>
    </message>
    <message>
        <source>Limits you enter here would be created without knowing what is set now; the review says so again.</source>
        <translation>Limits, die Sie hier eingeben, würden angelegt, ohne zu wissen, was jetzt eingestellt ist; bei der Prüfung wird noch einmal darauf hingewiesen.</translation>
    </message>
    <message>
        <source>Only types with a limit are shown, without their names.</source>
        <translation>Es werden nur Typen mit einem Limit gezeigt, ohne ihre Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln type(s) are of a category this program does not know and are not shown.</source>
        <translation>
            <numerusform>%Ln Typ gehört zu einer Kategorie, die dieses Programm nicht kennt, und wird nicht gezeigt.</numerusform>
            <numerusform>%Ln Typen gehören zu Kategorien, die dieses Programm nicht kennt, und werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy scopes</source>
        <translation>Scopes kopieren</translation>
    </message>
</context>
<context>
    <name>ui::history::CompareDialog</name>
    <message>
        <source>Hide limits without a difference</source>
        <translation>Limits ohne Unterschied ausblenden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the rows as text for a spreadsheet (Ctrl+C)</source>
        <translation>Die Zeilen als Text für eine Tabellenkalkulation kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>Columns: a limit before a submission, after it, and in the account now.</extracomment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Changed by</source>
        <extracomment>Column: which of two submissions changed a limit.</extracomment>
        <translation>Geändert von</translation>
    </message>
    <message>
        <source>Compare two submissions</source>
        <translation>Zwei Übermittlungen vergleichen</translation>
    </message>
    <message>
        <source>Earlier: %1, %2</source>
        <translation>Frühere: %1, %2</translation>
    </message>
    <message>
        <source>Later: %1, %2</source>
        <translation>Spätere: %1, %2</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Since then</source>
        <extracomment>Column: whether a limit was changed since a submission.</extracomment>
        <translation>Seitdem</translation>
    </message>
    <message>
        <source>Compare with now</source>
        <translation>Mit jetzt vergleichen</translation>
    </message>
    <message>
        <source>Submission of %1 (%2) and what HubSpot has now.</source>
        <translation>Übermittlung vom %1 (%2) und was HubSpot jetzt hat.</translation>
    </message>
    <message>
        <source>One row for each limit</source>
        <translation>Eine Zeile je Limit</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Only differences (%Ln hidden)</source>
        <translation>
            <numerusform>&amp;Nur Unterschiede (%Ln ausgeblendet)</numerusform>
            <numerusform>&amp;Nur Unterschiede (%Ln ausgeblendet)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Only differences</source>
        <translation>&amp;Nur Unterschiede</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>No limit was asked for.</source>
        <translation>Es wurde kein Limit gewünscht.</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message>
        <source>HubSpot has every limit as this submission left it.</source>
        <translation>HubSpot hat jedes Limit so, wie diese Übermittlung es hinterlassen hat.</translation>
    </message>
    <message>
        <source>Both submissions left the same limits.</source>
        <translation>Beide Übermittlungen haben dieselben Limits hinterlassen.</translation>
    </message>
</context>
<context>
    <name>ui::history::CompareModel</name>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Type ID</source>
        <translation>Typ-ID</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
</context>
<context>
    <name>ui::history::CompareWords</name>
    <message>
        <source>(any association)</source>
        <translation>(jede Zuordnung)</translation>
    </message>
    <message>
        <source>%1 was asked for: %2</source>
        <translation>%1 war gewünscht: %2</translation>
    </message>
    <message>
        <source>Later only</source>
        <extracomment>Which of two submissions changed a limit.</extracomment>
        <translation>Nur die spätere</translation>
    </message>
    <message>
        <source>Perhaps later</source>
        <translation>Vielleicht die spätere</translation>
    </message>
    <message>
        <source>Neither</source>
        <extracomment>Neither of two submissions changed a limit.</extracomment>
        <translation>Keine von beiden</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Earlier, perhaps later</source>
        <translation>Frühere, vielleicht spätere</translation>
    </message>
    <message>
        <source>Earlier only</source>
        <translation>Nur die frühere</translation>
    </message>
    <message>
        <source>Later, perhaps earlier</source>
        <translation>Spätere, vielleicht frühere</translation>
    </message>
    <message>
        <source>Perhaps both</source>
        <translation>Vielleicht beide</translation>
    </message>
    <message>
        <source>Perhaps earlier</source>
        <translation>Vielleicht die frühere</translation>
    </message>
    <message>
        <source>As it was left</source>
        <translation>Wie hinterlassen</translation>
    </message>
    <message>
        <source>Back to what it was before</source>
        <translation>Wieder wie zuvor</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seitdem geändert</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>This submission did not ask for it; it was read back.</source>
        <translation>Diese Übermittlung betraf es nicht; es wurde zurückgelesen.</translation>
    </message>
    <message>
        <source>This submission did not ask for it.</source>
        <translation>Diese Übermittlung betraf es nicht.</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a limit</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Many</source>
        <extracomment>No limit.</extracomment>
        <translation>Viele</translation>
    </message>
</context>
<context>
    <name>ui::history::ExportDialog</name>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Export nothing</source>
        <translation>Nichts exportieren</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <extracomment>The dots say that a question follows: which file.</extracomment>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>Choose the file to export to</source>
        <translation>Die Datei wählen, in die exportiert wird</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Übermittlungen</translation>
    </message>
    <message>
        <source>&amp;All submissions (%L1)</source>
        <translation>&amp;Alle Übermittlungen (%L1)</translation>
    </message>
    <message>
        <source>&amp;All that the filter shows (%L1)</source>
        <translation>&amp;Alle, die der Filter zeigt (%L1)</translation>
    </message>
    <message>
        <source>Only the &amp;selected (%L1)</source>
        <translation>Nur die au&amp;sgewählten (%L1)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;JSON: complete, can be imported again</source>
        <translation>&amp;JSON: vollständig, kann wieder importiert werden</translation>
    </message>
    <message>
        <source>&amp;CSV: one line per limit, for a spreadsheet</source>
        <translation>&amp;CSV: eine Zeile je Limit, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>&amp;Markdown: a report to read</source>
        <translation>&amp;Markdown: ein Bericht zum Lesen</translation>
    </message>
</context>
<context>
    <name>ui::history::FilterBar</name>
    <message>
        <source>Finds object types, accounts, labels, type IDs, notes, requests and answers</source>
        <translation>Findet Objekttypen, Accounts, Bezeichnungen, Typ-IDs, Notizen, Anfragen und Antworten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Finds object types, accounts, labels, type IDs, notes, requests and answers. One or two characters are looked for in object types and accounts, and as a type ID.</source>
        <translation>Findet Objekttypen, Accounts, Bezeichnungen, Typ-IDs, Notizen, Anfragen und Antworten. Ein oder zwei Zeichen werden in Objekttypen und Accounts und als Typ-ID gesucht.</translation>
    </message>
    <message>
        <source>Filter ▾</source>
        <extracomment>A button that opens a menu of filters.</extracomment>
        <translation>Filter ▾</translation>
    </message>
    <message>
        <source>Choose what is shown</source>
        <translation>Auswählen, was angezeigt wird</translation>
    </message>
</context>
<context>
    <name>ui::history::FilterChips</name>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Show the whole history</source>
        <translation>Den ganzen Verlauf anzeigen</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Den Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>ui::history::FilterChoice</name>
    <message>
        <source>All stored</source>
        <extracomment>How a submission ended.</extracomment>
        <translation>Alle gespeichert</translation>
    </message>
    <message>
        <source>Some failed</source>
        <extracomment>How a submission ended.</extracomment>
        <translation>Einige fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>How a submission ended.</extracomment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <extracomment>How a submission ended.</extracomment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Created limits</source>
        <extracomment>Submissions that created limits.</extracomment>
        <translation>Limits erstellt</translation>
    </message>
    <message>
        <source>Updated limits</source>
        <extracomment>Submissions that changed limits.</extracomment>
        <translation>Limits geändert</translation>
    </message>
    <message>
        <source>Removed limits</source>
        <extracomment>Submissions that took limits away.</extracomment>
        <translation>Limits entfernt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>Days: from %1 to %2.</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>ui::history::FilterMenu</name>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Account</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>&amp;Range…</source>
        <translation>&amp;Zeitraum …</translation>
    </message>
    <message>
        <source>Any</source>
        <extracomment>No filter: any account, any outcome and so on.</extracomment>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>ui::history::HistoryActions</name>
    <message>
        <source>&amp;Show</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>An&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>&amp;Load as drafts</source>
        <translation>Als &amp;Entwürfe laden</translation>
    </message>
    <message>
        <source>&amp;Revert this submission…</source>
        <translation>Diese Übermittlung &amp;rückgängig machen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>S&amp;torage…</source>
        <translation>S&amp;peicherplatz …</translation>
    </message>
    <message>
        <source>It is being submitted</source>
        <translation>Sie wird gerade übermittelt</translation>
    </message>
    <message>
        <source>Select one or two submissions to compare</source>
        <translation>Wählen Sie eine oder zwei Übermittlungen zum Vergleichen aus</translation>
    </message>
    <message>
        <source>&amp;Compare the two</source>
        <extracomment>Compare the submission with the account as it is now.</extracomment>
        <translation>Die beiden &amp;vergleichen</translation>
    </message>
    <message>
        <source>&amp;Compare with now</source>
        <translation>Mit jetzt &amp;vergleichen</translation>
    </message>
    <message>
        <source>Un&amp;pin</source>
        <translation>&amp;Lösen</translation>
    </message>
</context>
<context>
    <name>ui::history::HistoryEdits</name>
    <message>
        <source>Pinning…</source>
        <translation>Wird angeheftet …</translation>
    </message>
    <message>
        <source>Unpinning…</source>
        <translation>Wird gelöst …</translation>
    </message>
    <message>
        <source>Not everything could be pinned.</source>
        <translation>Nicht alles konnte angeheftet werden.</translation>
    </message>
    <message>
        <source>Not everything could be unpinned.</source>
        <translation>Nicht alles konnte gelöst werden.</translation>
    </message>
    <message>
        <source>The note could not be read.</source>
        <translation>Die Notiz konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The history was closed.</source>
        <translation>Der Verlauf wurde geschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>They can&apos;t be brought back. The limits in HubSpot stay as they are.</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>Sie kann nicht zurückgeholt werden. Die Limits in HubSpot bleiben, wie sie sind.</numerusform>
            <numerusform>Sie können nicht zurückgeholt werden. Die Limits in HubSpot bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are pinned.</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln davon ist angeheftet.</numerusform>
            <numerusform>%Ln davon sind angeheftet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are being submitted and stay.</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln wird gerade übermittelt und bleibt.</numerusform>
            <numerusform>%Ln werden gerade übermittelt und bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln submissions?</source>
        <translation>
            <numerusform>%Ln Übermittlung löschen?</numerusform>
            <numerusform>%Ln Übermittlungen löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Not everything could be deleted.</source>
        <translation>Nicht alles konnte gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>ui::history::HistoryModel</name>
    <message>
        <source>%1 → %2</source>
        <extracomment>A direction: from object type %1 to object type %2.</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1, from %2 to %3: %4. Account %5</source>
        <extracomment>An entry of the history, read out: time, object types, counts, account.</extracomment>
        <translation>%1, von %2 nach %3: %4. Account %5</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A submission: when, and which object types.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>. Pinned</source>
        <extracomment>Added to an entry of the history that is read out.</extracomment>
        <translation>. Angeheftet</translation>
    </message>
    <message>
        <source>. A revert</source>
        <extracomment>Added to an entry of the history that is read out: it takes an earlier submission back.</extracomment>
        <translation>. Macht eine Übermittlung rückgängig</translation>
    </message>
    <message>
        <source>. Note: %1</source>
        <extracomment>Added to an entry of the history that is read out.</extracomment>
        <translation>. Notiz: %1</translation>
    </message>
    <message>
        <source>Takes an earlier submission back</source>
        <translation>Macht eine frühere Übermittlung rückgängig</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
</context>
<context>
    <name>ui::history::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>…</source>
        <extracomment>A button that opens a menu of commands.</extracomment>
        <translation>…</translation>
    </message>
    <message>
        <source>What can be done with the history</source>
        <translation>Was mit dem Verlauf getan werden kann</translation>
    </message>
    <message>
        <source>Submissions, newest first</source>
        <translation>Übermittlungen, neueste zuerst</translation>
    </message>
    <message>
        <source>The history could not be read.</source>
        <translation>Der Verlauf konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The history can only be looked at.</source>
        <translation>Der Verlauf kann nur angesehen werden.</translation>
    </message>
    <message>
        <source>The history is being changed</source>
        <translation>Der Verlauf wird geändert</translation>
    </message>
    <message>
        <source>The history is not available</source>
        <translation>Der Verlauf ist nicht verfügbar</translation>
    </message>
    <message>
        <source>The history could not be read</source>
        <translation>Der Verlauf konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Opening the history</source>
        <translation>Der Verlauf wird geöffnet</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No submission is like that. A search looks for exactly these characters, in capitals or not.</source>
        <translation>Keine Übermittlung entspricht dem. Gesucht werden genau diese Zeichen, ob groß oder klein.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter löschen</translation>
    </message>
    <message>
        <source>No submissions yet</source>
        <translation>Noch keine Übermittlungen</translation>
    </message>
    <message>
        <source>Everything you submit is kept here, with what HubSpot answered.</source>
        <translation>Alles, was Sie übermitteln, wird hier mit der Antwort von HubSpot aufbewahrt.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submissions</source>
        <translation>
            <numerusform>%Ln Übermittlung</numerusform>
            <numerusform>%Ln Übermittlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many submissions are shown, of how many there are.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1+ of %2</source>
        <translation>%1+ von %2</translation>
    </message>
    <message>
        <source>&amp;Find in history</source>
        <translation>Im Verlauf &amp;suchen</translation>
    </message>
    <message>
        <source>Filter histor&amp;y…</source>
        <translation>Verlauf &amp;filtern…</translation>
    </message>
</context>
<context>
    <name>ui::history::LimitStory</name>
    <message>
        <source>the limit</source>
        <translation>dem Limit</translation>
    </message>
    <message>
        <source>History of %1</source>
        <extracomment>%1 is a label or &quot;the limit&quot;.</extracomment>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>%1 type %2, %3 → %4</source>
        <extracomment>Which limit: %1 is a category, %2 a number, %3 and %4 are objects.</extracomment>
        <translation>%1, Typ %2, %3 → %4</translation>
    </message>
    <message>
        <source>One row for each time the limit was asked for; Return shows the submission</source>
        <translation>Eine Zeile für jedes Mal, da das Limit gewünscht wurde; die Eingabetaste zeigt die Übermittlung</translation>
    </message>
    <message>
        <source>The history can&apos;t be read.</source>
        <translation>Der Verlauf kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Close this window and open it again to try once more.</source>
        <translation>Schließen Sie dieses Fenster und öffnen Sie es erneut, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>Never asked for</source>
        <translation>Nie gewünscht</translation>
    </message>
    <message>
        <source>No submission in this history is about this limit. What others changed in HubSpot is not in it.</source>
        <translation>Keine Übermittlung in diesem Verlauf betrifft dieses Limit. Was andere in HubSpot geändert haben, steht nicht darin.</translation>
    </message>
</context>
<context>
    <name>ui::history::MarkdownReport</name>
    <message>
        <source>Many</source>
        <extracomment>No limit.</extracomment>
        <translation>Viele</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>A direction: from object type %1 to object type %2.</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Type ID</source>
        <translation>Typ-ID</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Asked</source>
        <extracomment>The limit that was asked for.</extracomment>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Stored</source>
        <extracomment>The limit that HubSpot reports.</extracomment>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Submissions of association limits</source>
        <translation>Übermittlungen von Zuordnungslimits</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>Bericht vom %1</translation>
    </message>
</context>
<context>
    <name>ui::history::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Your words about this submission</source>
        <translation>Ihre Worte zu dieser Übermittlung</translation>
    </message>
    <message>
        <source>Why it was submitted, who asked for it, a ticket…</source>
        <translation>Warum übermittelt wurde, wer darum bat, ein Ticket …</translation>
    </message>
    <message>
        <source>%1 characters: a note has at most %2.</source>
        <translation>%1 Zeichen: Eine Notiz hat höchstens %2.</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>The note could not be kept.</source>
        <translation>Die Notiz konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>ui::history::NowReading</name>
    <message>
        <source>Reading what HubSpot has now</source>
        <translation>Es wird gelesen, was HubSpot jetzt hat</translation>
    </message>
    <message>
        <source>S&amp;top reading</source>
        <translation>Lesen a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen abbrechen</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>&amp;Erneut lesen</translation>
    </message>
    <message>
        <source>Read what HubSpot has now again</source>
        <translation>Erneut lesen, was HubSpot jetzt hat</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>What HubSpot has now could not be read.</source>
        <translation>Was HubSpot jetzt hat, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The labels could not be read.</source>
        <translation>Die Bezeichnungen konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ui::history::RangeDialog</name>
    <message>
        <source>Show submissions of these days</source>
        <translation>Übermittlungen dieser Tage anzeigen</translation>
    </message>
    <message>
        <source>The first day to show</source>
        <translation>Der erste angezeigte Tag</translation>
    </message>
    <message>
        <source>The last day to show</source>
        <translation>Der letzte angezeigte Tag</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <extracomment>A last day, which belongs to it.</extracomment>
        <translation>&amp;Bis</translation>
    </message>
</context>
<context>
    <name>ui::history::RetentionEdit</name>
    <message>
        <source>Remove submissions &amp;older than</source>
        <translation>Übermittlungen entfernen, die ä&amp;lter sind als</translation>
    </message>
    <message>
        <source>&amp;Keep the store below</source>
        <translation>&amp;Den Speicher kleiner halten als</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source> MB</source>
        <extracomment>Megabytes, after their number.</extracomment>
        <translation> MB</translation>
    </message>
    <message>
        <source>Days or months to keep submissions for</source>
        <translation>Tage oder Monate, die Übermittlungen aufbewahrt werden</translation>
    </message>
    <message>
        <source>Megabytes to keep the store below</source>
        <translation>Megabyte, unter denen der Speicher bleibt</translation>
    </message>
</context>
<context>
    <name>ui::history::StorageDialog</name>
    <message>
        <source>Nothing is removed by itself.</source>
        <translation>Nichts wird von selbst entfernt.</translation>
    </message>
    <message>
        <source>Would remove nothing now.</source>
        <translation>Jetzt würde nichts entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Would remove %Ln submissions of %1. Pinned ones stay.</source>
        <translation>
            <numerusform>Jetzt würde %Ln Übermittlung vom %1 entfernt. Angeheftete bleiben.</numerusform>
            <numerusform>Jetzt würden %Ln Übermittlungen vom %1 entfernt. Angeheftete bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would remove %Ln submissions from %1 to %2. Pinned ones stay.</source>
        <translation>
            <numerusform>Jetzt würde %Ln Übermittlung vom %1 bis %2 entfernt. Angeheftete bleiben.</numerusform>
            <numerusform>Jetzt würden %Ln Übermittlungen vom %1 bis %2 entfernt. Angeheftete bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation>&amp;Komprimieren</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>Storage of the history</source>
        <translation>Speicherplatz des Verlaufs</translation>
    </message>
    <message>
        <source>Give free room back to the disk</source>
        <translation>Freien Platz an das Laufwerk zurückgeben</translation>
    </message>
    <message>
        <source>Give free room back to the disk. This may take a while.</source>
        <translation>Freien Platz an das Laufwerk zurückgeben. Das kann eine Weile dauern.</translation>
    </message>
    <message>
        <source>Copy the history to a file</source>
        <translation>Den Verlauf in eine Datei kopieren</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Submissions:</source>
        <translation>Übermittlungen:</translation>
    </message>
    <message>
        <source>What is not kept</source>
        <translation>Was nicht aufbewahrt wird</translation>
    </message>
    <message>
        <source>The history could not be looked at.</source>
        <translation>Der Verlauf konnte nicht untersucht werden.</translation>
    </message>
    <message>
        <source>%1, of which %2 are free</source>
        <extracomment>The size of a file, and how much of it is free.</extracomment>
        <translation>%1, davon %2 frei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pinned</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln angeheftet</numerusform>
            <numerusform>%Ln angeheftet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Number of submissions; %2 is &quot;3 pinned&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Compacting…</source>
        <translation>Wird komprimiert …</translation>
    </message>
    <message>
        <source>The history could not be compacted.</source>
        <translation>Der Verlauf konnte nicht komprimiert werden.</translation>
    </message>
    <message>
        <source>The history takes %1 less now.</source>
        <translation>Der Verlauf belegt jetzt %1 weniger.</translation>
    </message>
    <message>
        <source>There was nothing to be had back.</source>
        <translation>Es war nichts zurückzugewinnen.</translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation>Verlauf sichern</translation>
    </message>
    <message>
        <source>history</source>
        <extracomment>The beginning of a file&apos;s name; a date follows.</extracomment>
        <translation>verlauf</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <source>%1 exists already. The backup takes its place.</source>
        <translation>%1 ist bereits vorhanden. Die Sicherung tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>That is the history itself. Choose another file.</source>
        <translation>Das ist der Verlauf selbst. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <source>The history could not be backed up.</source>
        <translation>Der Verlauf konnte nicht gesichert werden.</translation>
    </message>
    <message>
        <source>The history was backed up.</source>
        <translation>Der Verlauf wurde gesichert.</translation>
    </message>
    <message>
        <source>Removing what is not kept…</source>
        <translation>Was nicht aufbewahrt wird, wird entfernt …</translation>
    </message>
    <message>
        <source>Not everything could be removed.</source>
        <translation>Nicht alles konnte entfernt werden.</translation>
    </message>
</context>
<context>
    <name>ui::history::StoreWords</name>
    <message>
        <source>The history can&apos;t be read: %1</source>
        <translation>Der Verlauf kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the history. It can be looked at, but not changed here.</source>
        <translation>Eine neuere Version dieses Programms hat den Verlauf geschrieben. Er kann hier angesehen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>The history can&apos;t be written: %1</source>
        <translation>Der Verlauf kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The submission is no longer in the history.</source>
        <translation>Die Übermittlung ist nicht mehr im Verlauf.</translation>
    </message>
    <message>
        <source>The history file is damaged here: %1</source>
        <translation>Die Verlaufsdatei ist hier beschädigt: %1</translation>
    </message>
</context>
<context>
    <name>ui::history::StoryChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No submissions</source>
        <translation>Keine Übermittlungen</translation>
    </message>
    <message>
        <source>Newest first. </source>
        <translation>Neueste zuerst. </translation>
    </message>
</context>
<context>
    <name>ui::history::StoryModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Before → asked</source>
        <extracomment>Column: the limit before, and the one asked for.</extracomment>
        <translation>Vorher → gewünscht</translation>
    </message>
    <message>
        <source>Stored</source>
        <extracomment>The limit that HubSpot reports.</extracomment>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>ui::history::StoryScale</name>
    <message>
        <source>MMM yyyy</source>
        <extracomment>Format of a month on an axis, as for QDate::toString(): Nov 2026.</extracomment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Format of a date on an axis, as for QDate::toString(): 3 Nov.</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>The same with its year: 3 Nov 2026.</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>ui::history::StoryWords</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an outcome (&quot;Failed&quot;), %2 HubSpot&apos;s words about it.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from %1 to %2, %3.</source>
        <extracomment>What was asked for of a limit, and what came of it: from 5 to 3, Stored.</extracomment>
        <translation>von %1 auf %2, %3.</translation>
    </message>
    <message>
        <source>to %1, %2.</source>
        <translation>auf %1, %2.</translation>
    </message>
    <message>
        <source>This took back an earlier submission.</source>
        <translation>Damit wurde eine frühere Übermittlung rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>ui::history::Transfer</name>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Import a history</source>
        <translation>Verlauf importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ui::history::TransferDialog</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird abgebrochen</translation>
    </message>
</context>
<context>
    <name>ui::history::TransferText</name>
    <message>
        <source>Use that version.</source>
        <translation>Verwenden Sie jene Version.</translation>
    </message>
    <message>
        <source>Check that the disk of the history is there and has room, and try again.</source>
        <translation>Prüfen Sie, ob das Laufwerk des Verlaufs da ist und Platz hat, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It is no history that this program exported as JSON.</source>
        <translation>Es ist kein Verlauf, den dieses Programm als JSON exportiert hat.</translation>
    </message>
    <message>
        <source>A newer version of this program exported it.</source>
        <translation>Eine neuere Version dieses Programms hat sie exportiert.</translation>
    </message>
    <message>
        <source>Line %1, column %2: from here on it is not JSON.</source>
        <translation>Zeile %1, Spalte %2: Von hier an ist es kein JSON.</translation>
    </message>
    <message>
        <source>Line %1: the file ends before the history does.</source>
        <translation>Zeile %1: Die Datei endet vor dem Ende des Verlaufs.</translation>
    </message>
    <message>
        <source>Line %1: a submission is larger than this program can read.</source>
        <translation>Zeile %1: Eine Übermittlung ist größer, als dieses Programm lesen kann.</translation>
    </message>
    <message>
        <source>Line %1: a submission cannot be read.</source>
        <translation>Zeile %1: Eine Übermittlung kann nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>problems</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that the file is there and may be read, and import it again.</source>
        <translation>Prüfen Sie, ob die Datei da ist und gelesen werden darf, und importieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>Choose a file that was exported as JSON.</source>
        <translation>Wählen Sie eine Datei, die als JSON exportiert wurde.</translation>
    </message>
    <message>
        <source>Update this program, then import the file again.</source>
        <translation>Aktualisieren Sie dieses Programm und importieren Sie die Datei dann erneut.</translation>
    </message>
    <message>
        <source>It was not copied whole. Copy it again, or export it again.</source>
        <translation>Sie wurde nicht ganz kopiert. Kopieren oder exportieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>The file is damaged, or was changed after the export. Copy it again, or export it again.</source>
        <translation>Die Datei ist beschädigt oder wurde nach dem Export geändert. Kopieren oder exportieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Es wurde nichts hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) were added before that. Import the file again to add the rest; none is added twice.</source>
        <translation>
            <numerusform>%Ln Übermittlung wurde zuvor hinzugefügt. Importieren Sie die Datei erneut, um den Rest hinzuzufügen; keine wird doppelt hinzugefügt.</numerusform>
            <numerusform>%Ln Übermittlungen wurden zuvor hinzugefügt. Importieren Sie die Datei erneut, um den Rest hinzuzufügen; keine wird doppelt hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and export again. A file that was there before is as it was.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz auf dem Laufwerk und exportieren Sie erneut. Eine Datei, die zuvor da war, ist unverändert.</translation>
    </message>
    <message>
        <source>“%1” was not imported.</source>
        <translation>„%1“ wurde nicht importiert.</translation>
    </message>
    <message>
        <source>“%1” was not imported to its end.</source>
        <translation>„%1“ wurde nicht bis zum Ende importiert.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) exported.</source>
        <translation>
            <numerusform>%Ln Übermittlung exportiert.</numerusform>
            <numerusform>%Ln Übermittlungen exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged submission(s) could not be read and are not in the file.</source>
        <translation>
            <numerusform>%Ln beschädigte Übermittlung konnte nicht gelesen werden und ist nicht in der Datei.</numerusform>
            <numerusform>%Ln beschädigte Übermittlungen konnten nicht gelesen werden und sind nicht in der Datei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) added.</source>
        <translation>
            <numerusform>%Ln Übermittlung hinzugefügt.</numerusform>
            <numerusform>%Ln Übermittlungen hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) of the file were here already and stay as they are.</source>
        <translation>
            <numerusform>%Ln Übermittlung der Datei war schon hier und bleibt, wie sie ist.</numerusform>
            <numerusform>%Ln Übermittlungen der Datei waren schon hier und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the submissions</source>
        <translation>Die Übermittlungen werden gesucht</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln submission(s) exported</source>
        <translation>
            <numerusform>%1 von %Ln Übermittlung exportiert</numerusform>
            <numerusform>%1 von %Ln Übermittlungen exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the file: %Ln submission(s) read</source>
        <translation>
            <numerusform>Die Datei wird geprüft: %Ln Übermittlung gelesen</numerusform>
            <numerusform>Die Datei wird geprüft: %Ln Übermittlungen gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln submission(s) taken in</source>
        <translation>
            <numerusform>%1 von %Ln Übermittlung aufgenommen</numerusform>
            <numerusform>%1 von %Ln Übermittlungen aufgenommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::history::WorkRow</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is done so far stays done</source>
        <translation>Was bis jetzt getan ist, bleibt getan</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::AboutDialog</name>
    <message>
        <source>About Association Limits</source>
        <translation>Über Association Limits</translation>
    </message>
    <message>
        <source>What the program is made of, to select and copy</source>
        <translation>Woraus das Programm besteht, zum Markieren und Kopieren</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>What Qt says of itself and its licences</source>
        <translation>Was Qt über sich und seine Lizenzen sagt</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::AccountCommands</name>
    <message>
        <source>Accounts…</source>
        <translation>Accounts…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>The sign-in of %1 could not be renewed. Sign in again under Accounts.</source>
        <translation>Die Anmeldung von %1 konnte nicht erneuert werden. Melden Sie sich unter Accounts neu an.</translation>
    </message>
    <message>
        <source>The lock could not be changed.</source>
        <translation>Die Sperre konnte nicht geändert werden.</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::Demonstration</name>
    <message>
        <source>change limit</source>
        <translation>„Limit ändern“</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::HelpCommands</name>
    <message>
        <source>&amp;Commands…</source>
        <translation>Be&amp;fehle…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;HubSpot&apos;s documentation on association limits</source>
        <translation>&amp;HubSpot-Dokumentation zu Zuordnungslimits</translation>
    </message>
    <message>
        <source>&amp;About Association Limits</source>
        <translation>&amp;Über Association Limits</translation>
    </message>
    <message>
        <source>Opens %1 in the browser</source>
        <translation>Öffnet %1 im Browser</translation>
    </message>
    <message>
        <source>Edit the cell: type, or</source>
        <translation>Zelle bearbeiten: tippen oder</translation>
    </message>
    <message>
        <source>Take what was typed and go down</source>
        <translation>Eingabe übernehmen und nach unten gehen</translation>
    </message>
    <message>
        <source>Take what was typed and go to the next cell</source>
        <translation>Eingabe übernehmen und zur nächsten Zelle gehen</translation>
    </message>
    <message>
        <source>Leave the cell as it was</source>
        <translation>Zelle lassen, wie sie war</translation>
    </message>
    <message>
        <source>Select a block</source>
        <translation>Block markieren</translation>
    </message>
    <message>
        <source>%1 with the arrow keys</source>
        <translation>%1 mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>Show the submission that has the focus</source>
        <translation>Die Übermittlung mit dem Fokus anzeigen</translation>
    </message>
    <message>
        <source>The browser could not be opened.</source>
        <translation>Der Browser ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s documentation is at %1</source>
        <translation>Die Dokumentation von HubSpot steht unter %1</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::HistoryCommands</name>
    <message>
        <source>There is no history.</source>
        <translation>Es gibt keinen Verlauf.</translation>
    </message>
    <message>
        <source>This record can&apos;t be read.</source>
        <translation>Dieser Eintrag kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This submission is of the account “%1”, which is not open.</source>
        <translation>Diese Übermittlung gehört zum Account „%1“, der nicht geöffnet ist.</translation>
    </message>
    <message>
        <source>Choose that account first, then try again.</source>
        <translation>Wählen Sie zuerst diesen Account und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>load from history</source>
        <extracomment>undo step</extracomment>
        <translation>„Aus dem Verlauf laden“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln limit(s) of the submission of %1 are entered. Nothing is submitted yet.</source>
        <translation>
            <numerusform>%Ln Limit der Übermittlung vom %1 ist eingetragen. Übermittelt ist noch nichts.</numerusform>
            <numerusform>%Ln Limits der Übermittlung vom %1 sind eingetragen. Übermittelt ist noch nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is still being submitted</source>
        <translation>Sie wird noch übermittelt</translation>
    </message>
    <message>
        <source>This submission can&apos;t be reverted now.</source>
        <translation>Diese Übermittlung kann jetzt nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Nothing of this submission can be reverted.</source>
        <translation>Nichts von dieser Übermittlung kann rückgängig gemacht werden.</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::MainWindow</name>
    <message>
        <source>Association Limits</source>
        <translation>Association Limits</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Source object type</source>
        <translation>&amp;Quellobjekttyp</translation>
    </message>
    <message>
        <source>S&amp;wap source and target</source>
        <translation>Quelle und Ziel &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>&amp;Limits</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Next place</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Nothing further is sent, since the history could not be written. What came back so far is shown below.</source>
        <translation>Es wird nichts weiter gesendet, da der Verlauf nicht geschrieben werden konnte. Was bisher zurückkam, steht unten.</translation>
    </message>
    <message>
        <source>The drafts could not be saved. They stay in this window.</source>
        <translation>Die Entwürfe konnten nicht gespeichert werden. In diesem Fenster bleiben sie erhalten.</translation>
    </message>
    <message>
        <source>A submission is running</source>
        <translation>Eine Übermittlung läuft</translation>
    </message>
    <message>
        <source>This record can&apos;t be read.</source>
        <translation>Dieser Eintrag kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Reset the sandbox?</source>
        <translation>Sandbox zurücksetzen?</translation>
    </message>
    <message>
        <source>The sandbox&apos;s limits go back to what they were at the first start. Drafts and history stay.</source>
        <translation>Die Limits der Sandbox werden auf den Stand des ersten Starts zurückgesetzt. Entwürfe und Verlauf bleiben erhalten.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The request under way is finished first, so that its answer is not lost. The rest is not sent. Close then?</source>
        <translation>Die laufende Anfrage wird noch abgeschlossen, damit ihre Antwort nicht verloren geht. Der Rest wird nicht gesendet. Danach schließen?</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>Anhalten und &amp;schließen</translation>
    </message>
    <message>
        <source>Nothing is left to submit of these rows.</source>
        <translation>Von diesen Zeilen ist nichts mehr zu übermitteln.</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>&amp;Accounts…</translation>
    </message>
    <message>
        <source>Show &amp;log…</source>
        <translation>&amp;Protokoll anzeigen…</translation>
    </message>
    <message>
        <source>&amp;Copy details for support</source>
        <translation>&amp;Details für den Support kopieren</translation>
    </message>
    <message>
        <source>Res&amp;ults</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>Hi&amp;story</source>
        <translation>&amp;Verlauf</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::OpenPair</name>
    <message>
        <source>The account&apos;s own object types could not be read.</source>
        <translation>Die eigenen Objekttypen des Accounts konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>More object types with the scope %1</source>
        <translation>Weitere Objekttypen mit dem Scope %1</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::RevertText</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>The association without a label</source>
        <translation>Die Zuordnung ohne Bezeichnung</translation>
    </message>
    <message>
        <source>Type ID %1</source>
        <translation>Typ-ID %1</translation>
    </message>
    <message>
        <source>%1 was not changed.</source>
        <extracomment>%1 is a limit: “Primary company”.</extracomment>
        <translation>%1 wurde nicht geändert.</translation>
    </message>
    <message>
        <source>%1 stays as it is: what it was before is not known.</source>
        <translation>%1 bleibt, wie es ist: Was zuvor galt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 is still on its way.</source>
        <translation>%1 ist noch unterwegs.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiteres</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::SettingsCommands</name>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>The network settings can&apos;t be used, so the defaults are. Change them under File &gt; Settings.</source>
        <translation>Die Netzwerkeinstellungen sind nicht verwendbar, deshalb gelten die Standardwerte. Sie lassen sich unter Datei &gt; Einstellungen ändern.</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::StatusFields</name>
    <message>
        <source>refreshed %1</source>
        <translation>aktualisiert %1</translation>
    </message>
    <message>
        <source>%L1 requests left today</source>
        <translation>Heute noch %L1 Anfragen</translation>
    </message>
    <message>
        <source>%L1 requests left</source>
        <translation>Noch %L1 Anfragen</translation>
    </message>
    <message>
        <source>%L1 of %L2 requests left in %3 s</source>
        <translation>Noch %L1 von %L2 Anfragen in %3 s</translation>
    </message>
    <message>
        <source>%L1 of %L2 requests left today</source>
        <translation>Heute noch %L1 von %L2 Anfragen</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::SubmissionView</name>
    <message>
        <source>A submission is running</source>
        <translation>Es wird gerade übermittelt</translation>
    </message>
    <message>
        <source>The limits are being read back</source>
        <translation>Die Limits werden gerade zurückgelesen</translation>
    </message>
    <message>
        <source>There is no history to keep a record in</source>
        <translation>Es gibt keinen Verlauf, der die Übermittlung festhält</translation>
    </message>
    <message>
        <source>This account has no access token yet</source>
        <translation>Für diesen Account gibt es noch kein Zugriffstoken</translation>
    </message>
    <message>
        <source>These are limits of the account %1, which is not open</source>
        <translation>Dies sind Limits des Accounts %1, der nicht geöffnet ist</translation>
    </message>
    <message>
        <source>A newer version of this program wrote the history, so no record can be kept in it</source>
        <translation>Eine neuere Version dieses Programms hat den Verlauf geschrieben; daher kann er nichts festhalten</translation>
    </message>
    <message>
        <source>This account is read-only. Unlock it to submit</source>
        <translation>Dieser Account ist schreibgeschützt. Entsperren Sie ihn, um zu übermitteln</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::ToolBar</name>
    <message>
        <source>Account and pair</source>
        <translation>Account und Objektpaar</translation>
    </message>
    <message>
        <source>&amp;Both directions</source>
        <translation>&amp;Beide Richtungen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Show and edit the limits of both directions (Ctrl+B)</source>
        <translation>Die Limits beider Richtungen zeigen und bearbeiten (Strg+B)</translation>
    </message>
    <message>
        <source>Show both directions</source>
        <translation>Beide Richtungen zeigen</translation>
    </message>
    <message>
        <source>Read types and limits again (F5)</source>
        <translation>Typen und Limits neu lesen (F5)</translation>
    </message>
    <message>
        <source>Read types and limits again</source>
        <translation>Typen und Limits neu lesen</translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::WaitRow</name>
    <message>
        <source>Don&apos;t wait</source>
        <translation>Nicht warten</translation>
    </message>
    <message>
        <source>Stop reading, and send nothing further of a submission</source>
        <translation>Das Lesen abbrechen und von einer Übermittlung nichts weiter senden</translation>
    </message>
    <message>
        <source>Stop what is waiting</source>
        <translation>Abbrechen, was wartet</translation>
    </message>
    <message>
        <source>HubSpot is busy with these limits.</source>
        <translation>HubSpot ist mit diesen Limits beschäftigt.</translation>
    </message>
    <message>
        <source>HubSpot asks this account to send fewer requests.</source>
        <translation>HubSpot bittet diesen Account um weniger Anfragen.</translation>
    </message>
    <message>
        <source>%1 Going on in %2.</source>
        <extracomment>%1 is a sentence that says why, %2 &quot;8 s&quot;</extracomment>
        <translation>%1 Weiter in %2.</translation>
    </message>
</context>
<context>
    <name>ui::results::BatchTimesText</name>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>the time of the request is not reported</source>
        <translation>der Zeitpunkt der Anforderung ist nicht angegeben</translation>
    </message>
    <message>
        <source>the start is not reported</source>
        <translation>der Start ist nicht angegeben</translation>
    </message>
    <message>
        <source>the completion is not reported</source>
        <translation>der Abschluss ist nicht angegeben</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between the parts of &quot;queued 340 ms; ran 1.2 s; round trip 1.8 s&quot;.</extracomment>
        <translation>; </translation>
    </message>
    <message>
        <source>queued %1</source>
        <extracomment>How long the batch waited at HubSpot.</extracomment>
        <translation>gewartet %1</translation>
    </message>
    <message>
        <source>started %1 before it was requested</source>
        <translation>%1 vor der Anforderung gestartet</translation>
    </message>
    <message>
        <source>ran %1</source>
        <extracomment>How long HubSpot worked on the batch.</extracomment>
        <translation>bearbeitet %1</translation>
    </message>
    <message>
        <source>completed %1 before it started</source>
        <translation>%1 vor dem Start abgeschlossen</translation>
    </message>
    <message>
        <source>queued and ran %1</source>
        <extracomment>Waiting and working together, where they cannot be told apart.</extracomment>
        <translation>gewartet und bearbeitet %1</translation>
    </message>
    <message>
        <source>completed %1 before it was requested</source>
        <translation>%1 vor der Anforderung abgeschlossen</translation>
    </message>
    <message>
        <source>round trip %1</source>
        <extracomment>From sending the request to having the whole answer, by this computer&apos;s clock.</extracomment>
        <translation>Antwortzeit %1</translation>
    </message>
</context>
<context>
    <name>ui::results::ChoiceText</name>
    <message>
        <source>%1, attempt %2: refused</source>
        <extracomment>%1 is &quot;Request 1 of 2&quot;, %2 a number: HubSpot asked to wait and try again.</extracomment>
        <translation>%1, Versuch %2: abgelehnt</translation>
    </message>
    <message>
        <source>%1, attempt %2</source>
        <extracomment>%1 is &quot;Request 1 of 2&quot;, %2 a number.</extracomment>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>The program ended before HubSpot&apos;s answer came.</source>
        <translation>Das Programm endete, bevor die Antwort von HubSpot kam.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request %1 of %2</source>
        <translation>Anfrage %1 von %2</translation>
    </message>
    <message>
        <source>Read back: %1</source>
        <extracomment>%1 is &quot;Contacts → Companies&quot;.</extracomment>
        <translation>Zurückgelesen: %1</translation>
    </message>
    <message>
        <source>Read back %1: %2</source>
        <translation>%1-mal zurückgelesen: %2</translation>
    </message>
</context>
<context>
    <name>ui::results::DetailsModel</name>
    <message>
        <source>Sent at</source>
        <translation>Gesendet um</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>Beantwortet um</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Beendet um</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Failure</source>
        <extracomment>What went wrong with a request.</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>ui::results::DetailsTable</name>
    <message>
        <source>Times, status and headers of the request that is shown</source>
        <translation>Zeiten, Status und Header der angezeigten Anfrage</translation>
    </message>
</context>
<context>
    <name>ui::results::LinksList</name>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Only https addresses can be opened from here.</source>
        <translation>Von hier aus lassen sich nur https-Adressen öffnen.</translation>
    </message>
</context>
<context>
    <name>ui::results::OwnTimesRow</name>
    <message>
        <source>From sending the request to the end of its answer</source>
        <translation>Vom Senden der Anfrage bis zum Ende der Antwort</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>Before how long it took.</extracomment>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>ui::results::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send no further requests</source>
        <translation>Keine weiteren Anfragen senden</translation>
    </message>
    <message>
        <source>Send no further requests. What was sent stays sent.</source>
        <translation>Keine weiteren Anfragen senden. Gesendetes bleibt gesendet.</translation>
    </message>
    <message>
        <source>%1 of %2 requests answered</source>
        <translation>%1 von %2 Anfragen beantwortet</translation>
    </message>
    <message>
        <source>Waiting for HubSpot&apos;s answer</source>
        <translation>Antwort von HubSpot steht aus</translation>
    </message>
    <message>
        <source>Stop reading back</source>
        <translation>Das Zurücklesen abbrechen</translation>
    </message>
    <message>
        <source>Stop reading back. What was sent stays sent.</source>
        <translation>Das Zurücklesen abbrechen. Was gesendet ist, bleibt gesendet.</translation>
    </message>
    <message>
        <source>Stopping after the requests that are on their way</source>
        <translation>Wird nach den laufenden Anfragen beendet</translation>
    </message>
    <message>
        <source>Reading the limits back</source>
        <translation>Die Limits werden zurückgelesen</translation>
    </message>
    <message>
        <source>The limits could not be read back; looking again in %1</source>
        <extracomment>%1 is &quot;5 s&quot;.</extracomment>
        <translation>Die Limits konnten nicht zurückgelesen werden; neuer Versuch in %1</translation>
    </message>
    <message>
        <source>HubSpot still shows something else; looking again in %1</source>
        <translation>HubSpot zeigt noch etwas anderes; neuer Blick in %1</translation>
    </message>
</context>
<context>
    <name>ui::results::RecordActions</name>
    <message>
        <source>Check again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Submit the failed rows again</source>
        <translation>Fehlgeschlagene Zeilen erneut übermitteln</translation>
    </message>
    <message>
        <source>Review the rows that were not stored, and no others</source>
        <translation>Nur die Zeilen prüfen, die nicht gespeichert wurden</translation>
    </message>
    <message>
        <source>Read what HubSpot has now</source>
        <translation>Lesen, was HubSpot jetzt hat</translation>
    </message>
    <message>
        <source>Submit again</source>
        <extracomment>Of the rows that were not stored: where there is no room for more words.</extracomment>
        <translation>Erneut übermitteln</translation>
    </message>
</context>
<context>
    <name>ui::results::RecordRibbon</name>
    <message>
        <source>Back to the latest</source>
        <translation>Zurück zur letzten</translation>
    </message>
    <message>
        <source>Pinned</source>
        <extracomment>Of a submission: it stays on top of the history.</extracomment>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Reverts a submission that is no longer in the history</source>
        <translation>Macht eine Übermittlung rückgängig, die nicht mehr im Verlauf ist</translation>
    </message>
    <message>
        <source>Past response, %1</source>
        <translation>Frühere Antwort, %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <extracomment>%1 is the first line of what a person wrote about a submission.</extracomment>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Reverts the submission of %1</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Macht die Übermittlung vom %1 rückgängig</translation>
    </message>
    <message>
        <source>Reverted by the submission of %1</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Rückgängig gemacht durch die Übermittlung vom %1</translation>
    </message>
    <message numerus="yes">
        <source>Reverted by %Ln submission(s)</source>
        <translation>
            <numerusform>Rückgängig gemacht durch %Ln Übermittlung</numerusform>
            <numerusform>Rückgängig gemacht durch %Ln Übermittlungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::results::RecordText</name>
    <message>
        <source>%1, local time, %2, by this computer&apos;s clock
Exactly %3</source>
        <extracomment>%1 is a date and time, %2 its time zone, %3 the exact time in UTC.</extracomment>
        <translation>%1, Ortszeit, %2, nach der Uhr dieses Computers
Genau %3</translation>
    </message>
</context>
<context>
    <name>ui::results::RecordView</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>Times, status and headers of a request.</extracomment>
        <translation>Details</translation>
    </message>
    <message>
        <source>The request has no body.</source>
        <translation>Die Anfrage hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Die Antwort hat keinen Inhalt.</translation>
    </message>
    <message>
        <source>There is no answer.</source>
        <translation>Es gibt keine Antwort.</translation>
    </message>
    <message>
        <source>Links (%1)</source>
        <extracomment>%1 is how many there are.</extracomment>
        <translation>Links (%1)</translation>
    </message>
</context>
<context>
    <name>ui::results::ResultsHeader</name>
    <message>
        <source>Correlation ID</source>
        <translation>Korrelations-ID</translation>
    </message>
    <message>
        <source>The status of the batch, as HubSpot wrote it</source>
        <translation>Der Status des Stapels, wie HubSpot ihn angibt</translation>
    </message>
    <message>
        <source>The HTTP status of the answer</source>
        <translation>Der HTTP-Status der Antwort</translation>
    </message>
    <message>
        <source>Copy correlation ID</source>
        <translation>Korrelations-ID kopieren</translation>
    </message>
    <message>
        <source>Request shown</source>
        <translation>Angezeigte Anfrage</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>HubSpot wrote a time that this program cannot read.</source>
        <translation>HubSpot gibt eine Zeit an, die dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
        <source>%1 %2, local time, %3
HubSpot wrote %4</source>
        <extracomment>%1 is a date, %2 a time, %3 its time zone, %4 the time as HubSpot wrote it.</extracomment>
        <translation>%1 %2, Ortszeit, %3
HubSpot schrieb %4</translation>
    </message>
    <message>
        <source>Correlation ID %1
HubSpot&apos;s support finds the request by this ID</source>
        <extracomment>%1 is the correlation ID.</extracomment>
        <translation>Korrelations-ID %1
Der HubSpot-Support findet die Anfrage anhand dieser ID</translation>
    </message>
</context>
<context>
    <name>ui::results::ResultsModel</name>
    <message>
        <source>not reported</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Many</source>
        <extracomment>No limit.</extracomment>
        <translation>Viele</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an outcome (&quot;Failed&quot;), %2 HubSpot&apos;s words about it.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Type ID</source>
        <translation>Typ-ID</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Asked</source>
        <extracomment>The limit that was asked for.</extracomment>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Stored</source>
        <extracomment>The limit that HubSpot reports.</extracomment>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;Stored&quot;, %2 &quot;confirmed by reading back&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Reading back confirmed it.</source>
        <translation>Durch Zurücklesen bestätigt.</translation>
    </message>
    <message>
        <source>It was not read back.</source>
        <translation>Es wurde nicht zurückgelesen.</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Reading back found it so.</source>
        <translation>Das Zurücklesen hat es so gefunden.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>The limit that was there when another one was asked for.</extracomment>
        <translation>Vorher</translation>
    </message>
</context>
<context>
    <name>ui::results::ResultsPanel</name>
    <message>
        <source>Nothing submitted since the start</source>
        <translation>Seit dem Start nichts übermittelt</translation>
    </message>
    <message>
        <source>What HubSpot answers will appear here: the status and the times of the batch, and for each limit what was stored. What was submitted earlier is in the history.</source>
        <translation>Hier erscheint die Antwort von HubSpot: Status und Zeiten des Stapels und zu jedem Limit, was gespeichert wurde. Früher Übermitteltes steht im Verlauf.</translation>
    </message>
    <message>
        <source>&amp;Back to the latest</source>
        <translation>Zurück zur ne&amp;uesten</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Submit the failed rows again…</source>
        <translation>Fehl&amp;geschlagene Zeilen erneut übermitteln…</translation>
    </message>
</context>
<context>
    <name>ui::results::ResultsTable</name>
    <message>
        <source>One row for each limit asked for, with what HubSpot stored</source>
        <translation>Zu jedem gewünschten Limit eine Zeile mit dem, was HubSpot gespeichert hat</translation>
    </message>
    <message>
        <source>&amp;History of this limit</source>
        <translation>&amp;Verlauf dieses Limits</translation>
    </message>
</context>
<context>
    <name>ui::results::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>angefordert</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>not to scale</source>
        <extracomment>The drawing&apos;s distances do not show how long things took.</extracomment>
        <translation>nicht maßstäblich</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>Between &quot;round trip 1.8 s&quot; and &quot;not to scale&quot;.</extracomment>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>ui::results::Verdict</name>
    <message>
        <source>The Response tab has the rest.</source>
        <translation>Den Rest zeigt die Registerkarte „Antwort“.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>wrong fields of an answer</comment>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The program ended before HubSpot&apos;s answer came.</source>
        <translation>Das Programm endete, bevor die Antwort von HubSpot kam.</translation>
    </message>
    <message>
        <source>Copy scopes</source>
        <translation>Scopes kopieren</translation>
    </message>
    <message>
        <source>HubSpot&apos;s reason is shown at each limit.</source>
        <translation>Bei jedem Limit steht der Grund, den HubSpot nennt.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s reason is shown at each limit that failed. The others are not affected.</source>
        <translation>Bei jedem fehlgeschlagenen Limit steht der Grund, den HubSpot nennt. Die übrigen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Check the limits without an answer in HubSpot before submitting them again.</source>
        <translation>Prüfen Sie die Limits ohne Antwort in HubSpot, bevor Sie sie erneut übermitteln.</translation>
    </message>
    <message>
        <source>Check these limits in HubSpot: it reports other limits than you asked for.</source>
        <translation>Prüfen Sie diese Limits in HubSpot: Es meldet andere als die gewünschten.</translation>
    </message>
    <message>
        <source>What was not sent is still to be submitted.</source>
        <translation>Was nicht gesendet wurde, ist noch zu übermitteln.</translation>
    </message>
    <message>
        <source>HubSpot reports errors that name none of these limits.</source>
        <translation>HubSpot meldet Fehler, die keines dieser Limits nennen.</translation>
    </message>
    <message>
        <source>Request %1 of %2: %3</source>
        <translation>Anfrage %1 von %2: %3</translation>
    </message>
    <message>
        <source>In all: %1.</source>
        <extracomment>%1 is &quot;4 stored, 1 failed&quot;.</extracomment>
        <translation>Insgesamt: %1.</translation>
    </message>
    <message>
        <source>The limits are being read back.</source>
        <translation>Die Limits werden zurückgelesen.</translation>
    </message>
    <message>
        <source>The limits that were not stored are as they were before: they can be submitted again.</source>
        <translation>Die nicht gespeicherten Limits sind wie zuvor und können erneut übermittelt werden.</translation>
    </message>
    <message>
        <source>Reading back found that HubSpot has every limit as you asked for.</source>
        <translation>Das Zurücklesen ergab: HubSpot hat jedes Limit wie gewünscht.</translation>
    </message>
    <message>
        <source>Reading back found: %1.</source>
        <extracomment>%1 is &quot;4 stored, 1 not stored&quot;.</extracomment>
        <translation>Das Zurücklesen ergab: %1.</translation>
    </message>
    <message>
        <source>HubSpot was still working on a request when it answered. Check again before submitting these limits again.</source>
        <translation>HubSpot arbeitete noch an einer Anfrage, als die Antwort kam. Sehen Sie erneut nach, bevor Sie diese Limits noch einmal übermitteln.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s answer says that every limit is stored, but they could not be read back.</source>
        <translation>Laut der Antwort von HubSpot ist jedes Limit gespeichert, aber sie konnten nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>The limits could not be read back.</source>
        <translation>Die Limits konnten nicht zurückgelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>HubSpot asked to wait %Ln time(s) before it took a request.</source>
        <translation>
            <numerusform>HubSpot bat %Ln Mal zu warten, bevor es eine Anfrage annahm.</numerusform>
            <numerusform>HubSpot bat %Ln Mal zu warten, bevor es eine Anfrage annahm.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ChangesModel</name>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Type ID</source>
        <translation>Typ-ID</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Action</source>
        <extracomment>Column: what is done to a limit (create, update, remove).</extracomment>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>When you edited</source>
        <translation>Bei Ihrer Eingabe</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Take theirs, in HubSpot now</source>
        <extracomment>Column: the limit somebody else set meanwhile, to be left as it is.</extracomment>
        <translation>Jetziges übernehmen</translation>
    </message>
    <message>
        <source>As it was left</source>
        <extracomment>Column: the limit after the submission that is taken back.</extracomment>
        <translation>Wie hinterlassen</translation>
    </message>
    <message>
        <source>Revert all the same</source>
        <extracomment>Column: the limit from before the submission that is taken back.</extracomment>
        <translation>Trotzdem rückgängig machen</translation>
    </message>
</context>
<context>
    <name>ui::review::ChangesTable</name>
    <message>
        <source>What will be submitted</source>
        <translation>Was übermittelt wird</translation>
    </message>
    <message>
        <source>Limits that somebody changed meanwhile. The space bar chooses between yours and theirs.</source>
        <translation>Limits, die jemand inzwischen geändert hat. Die Leertaste wählt zwischen Ihrem und dem jetzigen.</translation>
    </message>
</context>
<context>
    <name>ui::review::ConflictsPane</name>
    <message>
        <source>Keep all of &amp;mine</source>
        <translation>Alle &amp;meine behalten</translation>
    </message>
    <message>
        <source>Take all of &amp;theirs</source>
        <translation>Alle &amp;jetzigen übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>Somebody changed %Ln of these limits since you edited them.</source>
        <translation>
            <numerusform>Jemand hat seit Ihrer Eingabe %Ln dieser Limits geändert.</numerusform>
            <numerusform>Jemand hat seit Ihrer Eingabe %Ln dieser Limits geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose for each whether yours replaces theirs or theirs stays.</source>
        <translation>Wählen Sie bei jedem, ob Ihres das jetzige ersetzt oder das jetzige bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>Somebody changed %Ln of these limits since that submission.</source>
        <translation>
            <numerusform>Jemand hat seit dieser Übermittlung %Ln dieser Limits geändert.</numerusform>
            <numerusform>Jemand hat seit dieser Übermittlung %Ln dieser Limits geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose for each whether it is reverted all the same or stays as it is now.</source>
        <translation>Wählen Sie für jedes, ob es trotzdem rückgängig gemacht wird oder bleibt, wie es jetzt ist.</translation>
    </message>
</context>
<context>
    <name>ui::review::ReadStatus</name>
    <message>
        <source>type ID %1</source>
        <translation>Typ-ID %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The labels of %1 could not be read.</source>
        <translation>Die Bezeichnungen von %1 konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The live limits of %1 could not be read.</source>
        <translation>Die jetzigen Limits von %1 konnten nicht gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) would be sent unseen, as “create” or, for “Many”, as a removal: %1.</source>
        <translation>
            <numerusform>%Ln Zeile würde ungesehen gesendet, als Anlegen oder bei „Viele“ als Entfernen: %1.</numerusform>
            <numerusform>%Ln Zeilen würden ungesehen gesendet, als Anlegen oder bei „Viele“ als Entfernen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy scopes</source>
        <translation>Scopes kopieren</translation>
    </message>
    <message>
        <source>Reading the live limits again</source>
        <translation>Die jetzigen Limits werden neu gelesen</translation>
    </message>
    <message>
        <source>S&amp;top reading</source>
        <translation>&amp;Lesen abbrechen</translation>
    </message>
    <message>
        <source>Go on without knowing the live limits</source>
        <translation>Weiter, ohne die jetzigen Limits zu kennen</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
</context>
<context>
    <name>ui::review::RequestsPane</name>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Nothing would be sent.</source>
        <translation>Es würde nichts gesendet.</translation>
    </message>
    <message>
        <source>Copy method, path and body of each request</source>
        <translation>Methode, Pfad und Inhalt jeder Anfrage kopieren</translation>
    </message>
    <message>
        <source>Copy a command for each request, which takes the token from the environment variable HUBSPOT_ACCESS_TOKEN</source>
        <translation>Für jede Anfrage einen Befehl kopieren, der das Token aus der Umgebungsvariablen HUBSPOT_ACCESS_TOKEN nimmt</translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewDialog</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>This goes to the sandbox. Nothing leaves this computer.</source>
        <translation>Dies geht an die Sandbox. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Requests (%L1)</source>
        <translation>Anfragen (%L1)</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>Ü&amp;bermitteln</translation>
    </message>
    <message>
        <source>Submit these limits</source>
        <translation>Diese Limits übermitteln</translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Submit these &amp;without knowing the live limit</source>
        <translation>Diese &amp;ohne Kenntnis des jetzigen Limits übermitteln</translation>
    </message>
    <message>
        <source>Production: this changes the HubSpot account “%1” at once.</source>
        <translation>Produktiv: Dies ändert den HubSpot-Account „%1“ sofort.</translation>
    </message>
    <message>
        <source>This changes the test account “%1” at once.</source>
        <translation>Dies ändert den Testaccount „%1“ sofort.</translation>
    </message>
    <message>
        <source>&amp;Change the limits of “%1”</source>
        <translation>Die Limits von „%1“ &amp;ändern</translation>
    </message>
    <message>
        <source>Without this, nothing is submitted</source>
        <translation>Ohne dies wird nichts übermittelt</translation>
    </message>
    <message>
        <source>Submit nothing</source>
        <translation>Nichts übermitteln</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln limit(s) of %1 → %2</source>
        <translation>
            <numerusform>%Ln Limit von %1 → %2 ändern</numerusform>
            <numerusform>%Ln Limits von %1 → %2 ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HubSpot would refuse %Ln of these limits.</source>
        <translation>
            <numerusform>HubSpot würde %Ln dieser Limits ablehnen.</numerusform>
            <numerusform>HubSpot würde %Ln dieser Limits ablehnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take theirs where you can choose, or close this and change the limits in the table.</source>
        <translation>Übernehmen Sie das jetzige, wo Sie wählen können, oder schließen Sie dies und ändern Sie die Limits in der Tabelle.</translation>
    </message>
    <message>
        <source>Nothing is left to send.</source>
        <translation>Es ist nichts mehr zu senden.</translation>
    </message>
    <message>
        <source>Nothing can be submitted before the live limits are read.</source>
        <translation>Vor dem Lesen der jetzigen Limits kann nichts übermittelt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left to decide.</source>
        <translation>
            <numerusform>Noch %Ln Zeile zu entscheiden.</numerusform>
            <numerusform>Noch %Ln Zeilen zu entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick the box to submit rows whose live limit is unknown.</source>
        <translation>Setzen Sie das Häkchen, um Zeilen mit unbekanntem Limit zu übermitteln.</translation>
    </message>
    <message>
        <source>Tick the box to confirm the account.</source>
        <translation>Setzen Sie das Häkchen, um den Account zu bestätigen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln limit(s) will be changed.</source>
        <translation>
            <numerusform>%Ln Limit wird geändert.</numerusform>
            <numerusform>%Ln Limits werden geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review: revert the submission of %1</source>
        <translation>Prüfen: Übermittlung vom %1 rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>Revert %Ln limit(s) of %1 → %2 to before the submission of %3</source>
        <translation>
            <numerusform>%Ln Limit von %1 → %2 auf den Stand vor der Übermittlung vom %3 zurücksetzen</numerusform>
            <numerusform>%Ln Limits von %1 → %2 auf den Stand vor der Übermittlung vom %3 zurücksetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>HubSpot has every one of these limits already, or keeps its own as you chose.</source>
        <translation>HubSpot hat jedes dieser Limits bereits oder behält seine eigenen, wie Sie gewählt haben.</translation>
    </message>
    <message>
        <source>Closing this drops the drafts.</source>
        <translation>Beim Schließen werden die Entwürfe verworfen.</translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewText</name>
    <message>
        <source>Many</source>
        <extracomment>No limit.</extracomment>
        <translation>Viele</translation>
    </message>
    <message>
        <source>How many records that concerns could be seen with the scope %1.</source>
        <translation>Wie viele Datensätze das betrifft, wäre mit dem Scope %1 zu sehen.</translation>
    </message>
    <message>
        <source>How many records that concerns may not be read with this token.</source>
        <translation>Wie viele Datensätze das betrifft, darf dieses Zugriffstoken nicht lesen.</translation>
    </message>
    <message>
        <source>How many records that concerns could not be read. %1</source>
        <translation>Wie viele Datensätze das betrifft, konnte nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>A limit that could not be read.</extracomment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>(any association)</source>
        <translation>(jede Zuordnung)</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>to %1 (limit removed)</source>
        <extracomment>%1 is &quot;Many&quot;.</extracomment>
        <translation>auf %1 (Limit entfernt)</translation>
    </message>
    <message>
        <source>is %1 already</source>
        <translation>ist bereits %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 auf %2</translation>
    </message>
    <message>
        <source>from %1 to %2 (limit removed)</source>
        <extracomment>%2 is &quot;Many&quot;.</extracomment>
        <translation>von %1 auf %2 (Limit entfernt)</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The live limit is unknown.</source>
        <translation>Das jetzige Limit ist unbekannt.</translation>
    </message>
    <message>
        <source>HubSpot has this limit already, so nothing is sent.</source>
        <translation>HubSpot hat dieses Limit bereits, daher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. Choose above.</source>
        <translation>Jemand hat es inzwischen geändert. Wählen Sie oben.</translation>
    </message>
    <message>
        <source>Replaces what somebody set meanwhile.</source>
        <translation>Ersetzt, was jemand inzwischen eingestellt hat.</translation>
    </message>
    <message>
        <source>What is in HubSpot stays.</source>
        <translation>Was in HubSpot steht, bleibt.</translation>
    </message>
    <message>
        <source>HubSpot does not list this type for these objects.</source>
        <translation>HubSpot führt diesen Typ bei diesen Objekten nicht auf.</translation>
    </message>
    <message>
        <source>Keep mine: %1.</source>
        <translation>Meines behalten: %1.</translation>
    </message>
    <message>
        <source>Take theirs: %1.</source>
        <translation>Jetziges übernehmen: %1.</translation>
    </message>
    <message>
        <source>Chosen.</source>
        <extracomment>Added to a choice that was made, for assistive tools.</extracomment>
        <translation>Gewählt.</translation>
    </message>
    <message>
        <source>Records with more than %L1 keep what they have; only new associations are refused.</source>
        <translation>Datensätze mit mehr als %L1 behalten, was sie haben; nur neue Zuordnungen werden abgelehnt.</translation>
    </message>
    <message>
        <source>Reading how many records that concerns…</source>
        <translation>Es wird gelesen, wie viele Datensätze das betrifft …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) have reached the new limit already.</source>
        <translation>
            <numerusform>%Ln Datensatz hat das neue Limit bereits erreicht.</numerusform>
            <numerusform>%Ln Datensätze haben das neue Limit bereits erreicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln record(s) have reached the new limit already.</source>
        <translation>
            <numerusform>Mindestens %Ln Datensatz hat das neue Limit bereits erreicht.</numerusform>
            <numerusform>Mindestens %Ln Datensätze haben das neue Limit bereits erreicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many records have reached the new limit is not known: HubSpot counts only those near the limit that holds now.</source>
        <translation>Wie viele Datensätze das neue Limit erreicht haben, ist nicht bekannt: HubSpot zählt nur die nahe am jetzt geltenden Limit.</translation>
    </message>
    <message>
        <source>type ID %1</source>
        <translation>Typ-ID %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: %L2 is above the %L3 of the association without a label.</source>
        <translation>%1: %L2 liegt über den %L3 der Zuordnung ohne Bezeichnung.</translation>
    </message>
    <message>
        <source>%1 has %L2, which is above the new %L3 of the association without a label.</source>
        <translation>%1 hat %L2; das liegt über den neuen %L3 der Zuordnung ohne Bezeichnung.</translation>
    </message>
</context>
<context>
    <name>ui::review::Submitter</name>
    <message numerus="yes">
        <source>Submitting %Ln limit(s)…</source>
        <translation>
            <numerusform>%Ln Limit wird übermittelt…</numerusform>
            <numerusform>%Ln Limits werden übermittelt…</numerusform>
        </translation>
    </message>
    <message>
        <source>submit</source>
        <extracomment>undo step</extracomment>
        <translation>„Übermitteln“</translation>
    </message>
    <message>
        <source>review</source>
        <extracomment>undo step</extracomment>
        <translation>„Prüfen“</translation>
    </message>
    <message>
        <source>Reading the limits back…</source>
        <translation>Die Limits werden zurückgelesen …</translation>
    </message>
</context>
<context>
    <name>ui::settings::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Choo&amp;se…</source>
        <translation>&amp;Auswählen…</translation>
    </message>
    <message>
        <source>Additional &amp;file:</source>
        <translation>Zusätzliche &amp;Datei:</translation>
    </message>
    <message>
        <source>How long to wait</source>
        <translation>Wartezeiten</translation>
    </message>
    <message>
        <source>Until co&amp;nnected:</source>
        <translation>Bis zur Verbi&amp;ndung:</translation>
    </message>
    <message>
        <source>Name, proxy and encryption together. After that the server counts as not reached.</source>
        <translation>Name, Proxy und Verschlüsselung zusammen. Danach gilt der Server als nicht erreicht.</translation>
    </message>
    <message>
        <source>Without a &amp;byte:</source>
        <translation>Ohne ein B&amp;yte:</translation>
    </message>
    <message>
        <source>After so long a silence a request is given up.</source>
        <translation>Nach so langer Stille wird eine Anfrage aufgegeben.</translation>
    </message>
    <message>
        <source>For the who&amp;le:</source>
        <translation>Ins&amp;gesamt:</translation>
    </message>
    <message>
        <source>No request takes longer. What came of a write that was given up is read back.</source>
        <translation>Länger dauert keine Anfrage. Was aus einem aufgegebenen Schreibvorgang wurde, wird zurückgelesen.</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, after their number.</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>A PEM file with certificates to trust beside the system&apos;s, such as that of a company&apos;s proxy that looks into encrypted connections.</source>
        <translation>Eine PEM-Datei mit Zertifikaten, denen neben denen des Systems vertraut wird, etwa dem eines Firmenproxys, der in verschlüsselte Verbindungen hineinsieht.</translation>
    </message>
    <message>
        <source>Choose a file with certificates</source>
        <translation>Datei mit Zertifikaten auswählen</translation>
    </message>
    <message>
        <source>Certificates (%1)</source>
        <translation>Zertifikate (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
</context>
<context>
    <name>ui::settings::ProxyForm</name>
    <message>
        <source>Empty where the proxy asks for none</source>
        <translation>Leer, wenn der Proxy keinen verlangt</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>For&amp;get password</source>
        <translation>Passwort &amp;vergessen</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>How addresses are reached</source>
        <translation>Wie Adressen erreicht werden</translation>
    </message>
    <message>
        <source>&amp;Which:</source>
        <translation>&amp;Welcher:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>Po&amp;rt:</source>
        <translation>Po&amp;rt:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>This computer itself is never reached by one.</source>
        <translation>Dieser Computer selbst wird nie über einen Proxy erreicht.</translation>
    </message>
    <message>
        <source>The password was for another proxy or user, and is forgotten with OK or Apply.</source>
        <translation>Das Passwort war für einen anderen Proxy oder Benutzer und wird mit „OK“ oder „Anwenden“ vergessen.</translation>
    </message>
    <message>
        <source>The password is forgotten with OK or Apply.</source>
        <translation>Das Passwort wird mit „OK“ oder „Anwenden“ vergessen.</translation>
    </message>
    <message>
        <source>It goes to this proxy only, and is in no file.</source>
        <translation>Es geht nur an diesen Proxy und steht in keiner Datei.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>The password needs a user it belongs to.</source>
        <translation>Zum Passwort gehört ein Benutzer.</translation>
    </message>
</context>
<context>
    <name>ui::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Fills in the defaults, which hold with OK or Apply</source>
        <translation>Trägt die Standardwerte ein, die mit „OK“ oder „Anwenden“ gelten</translation>
    </message>
</context>
<context>
    <name>ui::settings::Words</name>
    <message>
        <source>The file with certificates can&apos;t be read.</source>
        <translation>Die Datei mit Zertifikaten ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The file with certificates has to hold certificates in PEM format, and nothing else.</source>
        <translation>Die Datei muss Zertifikate im PEM-Format enthalten und sonst nichts.</translation>
    </message>
    <message>
        <source>The proxy needs a host and a port.</source>
        <translation>Der Proxy braucht Host und Port.</translation>
    </message>
    <message>
        <source>The proxy&apos;s host has to be a name or an address alone, such as proxy.example.com.</source>
        <translation>Der Host des Proxys muss ein bloßer Name oder eine Adresse sein, etwa proxy.example.com.</translation>
    </message>
    <message>
        <source>A time is too short or too long.</source>
        <translation>Eine Zeit ist zu kurz oder zu lang.</translation>
    </message>
    <message>
        <source>Through the proxy that the system&apos;s settings name, where they do.</source>
        <translation>Über den Proxy, den die Einstellungen des Systems nennen, falls sie es tun.</translation>
    </message>
    <message>
        <source>Without a proxy, whatever the system&apos;s settings say.</source>
        <translation>Ohne Proxy, was immer im System eingestellt ist.</translation>
    </message>
    <message>
        <source>Through this HTTP proxy, which passes on what is encrypted and can&apos;t read it.</source>
        <translation>Über diesen HTTP-Proxy, der Verschlüsseltes weiterreicht und nicht lesen kann.</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>A password is in the keychain</source>
        <translation>Ein Passwort ist im Schlüsselbund</translation>
    </message>
    <message>
        <source>A password is in memory until you quit</source>
        <translation>Ein Passwort ist bis zum Beenden im Speicher</translation>
    </message>
</context>
<context>
    <name>ui::widgets::Banner</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ErrorText</name>
    <message>
        <source>It is not known whether HubSpot stored this. Nothing was sent again. Check the limits in HubSpot before submitting again.</source>
        <translation>Es ist nicht bekannt, ob HubSpot dies gespeichert hat. Es wurde nichts erneut gesendet. Prüfen Sie die Limits in HubSpot, bevor Sie erneut übermitteln.</translation>
    </message>
    <message>
        <source>Nothing was sent, so nothing has changed.</source>
        <translation>Es wurde nichts gesendet und daher nichts geändert.</translation>
    </message>
    <message>
        <source>HubSpot refused the request: this account has used up its requests for today.</source>
        <translation>HubSpot hat die Anfrage abgelehnt: Dieser Account hat seine Anfragen für heute aufgebraucht.</translation>
    </message>
    <message>
        <source>Nothing has changed. HubSpot resets its count at midnight in the account&apos;s time zone; submit again then.</source>
        <translation>Es wurde nichts geändert. HubSpot zählt ab Mitternacht in der Zeitzone des Accounts neu; übermitteln Sie dann erneut.</translation>
    </message>
    <message>
        <source>Nothing has changed. Wait %1 and submit again.</source>
        <translation>Es wurde nichts geändert. Warten Sie %1 und übermitteln Sie erneut.</translation>
    </message>
    <message>
        <source>Nothing has changed. Wait about ten seconds and submit again.</source>
        <translation>Es wurde nichts geändert. Warten Sie etwa zehn Sekunden und übermitteln Sie erneut.</translation>
    </message>
    <message>
        <source>HubSpot refused the request: this account sent too many in a short time.</source>
        <translation>HubSpot hat die Anfrage abgelehnt: Dieser Account hat in kurzer Zeit zu viele gesendet.</translation>
    </message>
    <message>
        <source>HubSpot refused the request: the token may not change these limits.</source>
        <translation>HubSpot hat die Anfrage abgelehnt: Das Zugriffstoken darf diese Limits nicht ändern.</translation>
    </message>
    <message>
        <source>Nothing has changed. Changing limits takes a Professional or Enterprise subscription and a token with the CRM scopes of both object types. Some commands are refused to OAuth tokens; a service key may work.</source>
        <translation>Es wurde nichts geändert. Zum Ändern von Limits sind ein Abonnement Professional oder Enterprise und ein Zugriffstoken mit den CRM-Scopes beider Objekttypen nötig. Manche Befehle werden OAuth-Token verweigert; mit einem Serviceschlüssel gelingen sie eventuell.</translation>
    </message>
    <message>
        <source>Nothing has changed. Add these scopes to the token in HubSpot: %1</source>
        <translation>Es wurde nichts geändert. Fügen Sie dem Zugriffstoken in HubSpot diese Scopes hinzu: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds to wait.</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes to wait.</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Hours to wait.</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>The request was not sent: there is no token, or the address is not one the token may go to.</source>
        <translation>Die Anfrage wurde nicht gesendet: Es gibt kein Zugriffstoken, oder es darf nicht an diese Adresse gehen.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s address could not be found. The cause is this computer&apos;s network or its name service.</source>
        <translation>Die Adresse von HubSpot wurde nicht gefunden. Die Ursache liegt im Netzwerk dieses Computers oder bei seiner Namensauflösung.</translation>
    </message>
    <message>
        <source>Check the connection and submit again.</source>
        <translation>Prüfen Sie die Verbindung und übermitteln Sie erneut.</translation>
    </message>
    <message>
        <source>The server at the account&apos;s address refused the connection.</source>
        <translation>Der Server unter der Adresse des Accounts hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Check the address and any firewall, and submit again.</source>
        <translation>Prüfen Sie die Adresse und eine eventuelle Firewall und übermitteln Sie erneut.</translation>
    </message>
    <message>
        <source>No safe connection could be made: the server&apos;s certificate or the handshake was refused.</source>
        <translation>Es kam keine sichere Verbindung zustande: Das Zertifikat des Servers oder der Verbindungsaufbau wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock and whether something on the network reads encrypted traffic. The refusal cannot be switched off.</source>
        <translation>Prüfen Sie die Uhr dieses Computers und ob etwas im Netzwerk verschlüsselte Verbindungen mitliest. Die Ablehnung lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <source>The proxy between this computer and HubSpot did not let the request through.</source>
        <translation>Der Proxy zwischen diesem Computer und HubSpot hat die Anfrage nicht durchgelassen.</translation>
    </message>
    <message>
        <source>Check the system&apos;s proxy settings.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>Cancelled before anything was sent.</source>
        <translation>Abgebrochen, bevor etwas gesendet wurde.</translation>
    </message>
    <message>
        <source>The connection ended before HubSpot&apos;s answer came.</source>
        <translation>Die Verbindung endete, bevor die Antwort von HubSpot kam.</translation>
    </message>
    <message>
        <source>HubSpot did not answer in time.</source>
        <translation>HubSpot hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s answer broke off before its end.</source>
        <translation>Die Antwort von HubSpot brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>The answer was larger than this program accepts.</source>
        <translation>Die Antwort war größer, als dieses Programm annimmt.</translation>
    </message>
    <message>
        <source>What came back is no HTTP answer. Something other than HubSpot seems to answer at this address.</source>
        <translation>Was zurückkam, ist keine HTTP-Antwort. Unter dieser Adresse scheint etwas anderes als HubSpot zu antworten.</translation>
    </message>
    <message>
        <source>The server sent this program to another address, which it does not follow with a token.</source>
        <translation>Der Server hat an eine andere Adresse verwiesen. Dorthin folgt dieses Programm mit einem Zugriffstoken nicht.</translation>
    </message>
    <message>
        <source>Check the account&apos;s address, and whether this network asks for a sign-in first. %1</source>
        <translation>Prüfen Sie die Adresse des Accounts und ob dieses Netzwerk zuerst eine Anmeldung verlangt. %1</translation>
    </message>
    <message>
        <source>HubSpot refused the request as it was written.</source>
        <translation>HubSpot hat die Anfrage in dieser Form abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing has changed. Correct what HubSpot names and submit again.</source>
        <translation>Es wurde nichts geändert. Berichtigen Sie, was HubSpot nennt, und übermitteln Sie erneut.</translation>
    </message>
    <message>
        <source>HubSpot refused the token: it is missing, wrong or expired.</source>
        <translation>HubSpot hat das Zugriffstoken abgelehnt: Es fehlt, ist falsch oder abgelaufen.</translation>
    </message>
    <message>
        <source>Nothing has changed. %1</source>
        <translation>Es wurde nichts geändert. %1</translation>
    </message>
    <message>
        <source>HubSpot does not know one of the object types, or it is not switched on in this account.</source>
        <translation>HubSpot kennt einen der Objekttypen nicht, oder er ist in diesem Account nicht aktiviert.</translation>
    </message>
    <message>
        <source>Nothing has changed. Check both object types.</source>
        <translation>Es wurde nichts geändert. Prüfen Sie beide Objekttypen.</translation>
    </message>
    <message>
        <source>HubSpot is busy with these limits and refused the request.</source>
        <translation>HubSpot ist mit diesen Limits beschäftigt und hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing has changed. Wait a few seconds and submit again.</source>
        <translation>Es wurde nichts geändert. Warten Sie einige Sekunden und übermitteln Sie erneut.</translation>
    </message>
    <message>
        <source>HubSpot refused the request: the pair has too many association types.</source>
        <translation>HubSpot hat die Anfrage abgelehnt: Das Objektpaar hat zu viele Zuordnungstypen.</translation>
    </message>
    <message>
        <source>Nothing has changed. Delete association types that are not used.</source>
        <translation>Es wurde nichts geändert. Löschen Sie nicht verwendete Zuordnungstypen.</translation>
    </message>
    <message>
        <source>HubSpot is moving this account to another data centre and refuses requests meanwhile.</source>
        <translation>HubSpot zieht diesen Account in ein anderes Rechenzentrum um und lehnt währenddessen Anfragen ab.</translation>
    </message>
    <message>
        <source>Nothing has changed. Submit again in %1.</source>
        <translation>Es wurde nichts geändert. Übermitteln Sie in %1 erneut.</translation>
    </message>
    <message>
        <source>Nothing has changed. Submit again later.</source>
        <translation>Es wurde nichts geändert. Übermitteln Sie später erneut.</translation>
    </message>
    <message>
        <source>HubSpot, or a gateway before it, failed while handling the request.</source>
        <translation>Bei HubSpot oder einem vorgeschalteten Gateway trat bei der Bearbeitung der Anfrage ein Fehler auf.</translation>
    </message>
    <message>
        <source>The server reported success, but its answer is not JSON. Something other than HubSpot may have answered.</source>
        <translation>Der Server meldet Erfolg, aber seine Antwort ist kein JSON. Möglicherweise hat etwas anderes als HubSpot geantwortet.</translation>
    </message>
    <message>
        <source>HubSpot reported success, but its answer is not in the form this program knows.</source>
        <translation>HubSpot meldet Erfolg, aber die Antwort hat nicht die Form, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>%1 The Response tab shows the answer as it came.</source>
        <translation>%1 Die Registerkarte „Antwort“ zeigt die Antwort im Wortlaut.</translation>
    </message>
    <message>
        <source>Read again to see what HubSpot has.</source>
        <translation>Lesen Sie neu, um zu sehen, was HubSpot hat.</translation>
    </message>
    <message>
        <source>Reading was stopped before HubSpot&apos;s answer came.</source>
        <translation>Das Lesen wurde abgebrochen, bevor die Antwort von HubSpot kam.</translation>
    </message>
    <message>
        <source>HubSpot refused to show this: the token may not read it.</source>
        <translation>HubSpot zeigt dies nicht: Das Zugriffstoken darf es nicht lesen.</translation>
    </message>
    <message>
        <source>Reading takes a token with the CRM scopes of both object types.</source>
        <translation>Zum Lesen braucht das Zugriffstoken die CRM-Scopes beider Objekttypen.</translation>
    </message>
    <message>
        <source>Add these scopes to the token in HubSpot: %1</source>
        <translation>Fügen Sie dem Zugriffstoken in HubSpot diese Scopes hinzu: %1</translation>
    </message>
    <message>
        <source>Check both object types.</source>
        <translation>Prüfen Sie beide Objekttypen.</translation>
    </message>
    <message>
        <source>Check the account&apos;s address, and whether this network asks for a sign-in first.</source>
        <translation>Prüfen Sie die Adresse des Accounts und ob dieses Netzwerk zuerst eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>Check the connection, the account&apos;s address and any firewall, and read again.</source>
        <translation>Prüfen Sie die Verbindung, die Adresse des Accounts und eine etwaige Firewall und lesen Sie neu.</translation>
    </message>
    <message>
        <source>HubSpot resets its count at midnight in the account&apos;s time zone; read again then.</source>
        <translation>HubSpot beginnt um Mitternacht in der Zeitzone des Accounts neu zu zählen; lesen Sie dann neu.</translation>
    </message>
    <message>
        <source>Read again in %1.</source>
        <translation>Lesen Sie in %1 neu.</translation>
    </message>
    <message>
        <source>Read again in a while.</source>
        <translation>Lesen Sie nach einer Weile neu.</translation>
    </message>
    <message>
        <source>Unlock the account to submit.</source>
        <translation>Entsperren Sie den Account, um zu übermitteln.</translation>
    </message>
    <message>
        <source>In HubSpot, open Development &gt; Keys &gt; Service keys, make a service key and copy it. Then paste it here under File &gt; Accounts.</source>
        <translation>Öffnen Sie in HubSpot Development &gt; Keys &gt; Service keys, erstellen Sie einen Service Key und kopieren Sie ihn. Fügen Sie ihn dann hier unter Datei &gt; Accounts ein.</translation>
    </message>
    <message>
        <source>The request was not sent: this account is locked against writing.</source>
        <translation>Die Anfrage wurde nicht gesendet: Dieser Account ist gegen Schreiben gesperrt.</translation>
    </message>
</context>
<context>
    <name>ui::widgets::JsonPane</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text as it is shown</source>
        <translation>Den ganzen Text kopieren, wie er angezeigt wird</translation>
    </message>
    <message>
        <source>Indented</source>
        <extracomment>Of two buttons, one is pressed: the text is indented, or as it came.</extracomment>
        <translation>Eingerückt</translation>
    </message>
    <message>
        <source>Set out over lines, to read</source>
        <translation>Über Zeilen verteilt, zum Lesen</translation>
    </message>
    <message>
        <source>Raw</source>
        <extracomment>Of two buttons, one is pressed: the text is indented, or as it came.</extracomment>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Exactly the bytes that were sent</source>
        <translation>Genau die gesendeten Bytes</translation>
    </message>
    <message>
        <source>bytes that are no text are written as \xNN</source>
        <translation>Bytes, die kein Text sind, stehen als \xNN</translation>
    </message>
</context>
<context>
    <name>ui::widgets::JsonTextView</name>
    <message>
        <source>… cut off here. Copy takes all of it.</source>
        <translation>… hier abgeschnitten. Kopieren nimmt alles.</translation>
    </message>
</context>
<context>
    <name>ui::widgets::OutcomeWords</name>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Stored differently</source>
        <translation>Abweichend gespeichert</translation>
    </message>
    <message>
        <source>HubSpot reports another limit than the one asked for.</source>
        <translation>HubSpot meldet ein anderes als das gewünschte Limit.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>This limit was not stored.</source>
        <translation>Dieses Limit wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Missing from the answer</source>
        <translation>Fehlt in der Antwort</translation>
    </message>
    <message>
        <source>HubSpot answered, but named this limit neither as stored nor as failed. Check it in HubSpot.</source>
        <translation>HubSpot hat geantwortet, dieses Limit aber weder als gespeichert noch als fehlgeschlagen genannt. Prüfen Sie es in HubSpot.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>It is not known whether HubSpot stored this limit. Check it in HubSpot before submitting it again.</source>
        <translation>Es ist nicht bekannt, ob HubSpot dieses Limit gespeichert hat. Prüfen Sie es in HubSpot, bevor Sie es erneut übermitteln.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>This limit was never sent.</source>
        <translation>Dieses Limit wurde nie gesendet.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>The answer has not come yet.</source>
        <translation>Die Antwort ist noch nicht da.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n gespeichert</numerusform>
            <numerusform>%n gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored differently</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n abweichend</numerusform>
            <numerusform>%n abweichend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n ohne Antwort</numerusform>
            <numerusform>%n ohne Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n nicht gesendet</numerusform>
            <numerusform>%n nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n ausstehend</numerusform>
            <numerusform>%n ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>no limits</source>
        <extracomment>Between the parts of &quot;4 stored, 1 failed&quot;.</extracomment>
        <translation>keine Limits</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>HubSpot</source>
        <comment>category</comment>
        <translation>HubSpot</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>category</comment>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Integrator</source>
        <comment>category</comment>
        <translation>Integrator</translation>
    </message>
    <message>
        <source>Work</source>
        <comment>category</comment>
        <translation>Work</translation>
    </message>
    <message>
        <source>HubSpot says that it stored this limit.</source>
        <translation>HubSpot gibt an, dass dieses Limit gespeichert ist.</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>No answer says that this limit was stored, and HubSpot still has the one from before.</source>
        <translation>Keine Antwort sagt, dass dieses Limit gespeichert wurde, und HubSpot hat noch das vorherige.</translation>
    </message>
    <message>
        <source>HubSpot has %1</source>
        <translation>HubSpot hat %1</translation>
    </message>
    <message>
        <source>HubSpot has no limit</source>
        <translation>HubSpot hat kein Limit</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is an outcome (&quot;Stored differently&quot;), %2 &quot;HubSpot has 3&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>confirmed by reading back</source>
        <translation>durch Zurücklesen bestätigt</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>nicht zurückgelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n not stored</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n nicht gespeichert</numerusform>
            <numerusform>%n nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>found by reading back</source>
        <translation>durch Zurücklesen gefunden</translation>
    </message>
    <message>
        <source>confirmed</source>
        <extracomment>Of a limit: reading it back found what was asked for.</extracomment>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>read back</source>
        <extracomment>Of a limit: what is said of it was found by reading it back.</extracomment>
        <translation>zurückgelesen</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TimeText</name>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Format of a date with a short month name, as for QDate::toString(): 3 Nov 2026.</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Format of a date of this year, as for QDate::toString(): 3 Nov.</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds.</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds, with two decimals.</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>Minutes and seconds.</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes.</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>Days and hours.</extracomment>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ValueField</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
</TS>
