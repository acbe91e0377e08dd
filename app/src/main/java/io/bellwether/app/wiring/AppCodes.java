package io.bellwether.app.wiring;

import io.bellwether.core.source.CodeEntry;
import java.util.List;

/** What the reference says about the codes of the product itself: folders, commands, the store (S72x), people (P8xx) and the server (H7xx). */
public final class AppCodes {
    public static final List<CodeEntry> ALL = List.of(
            new CodeEntry("S480", "no folder", "The workspace's folder is not there.", "Name it with -w DIR."),
            new CodeEntry(
                    "S482",
                    "definition not readable",
                    "A YAML file of the workspace cannot be read.",
                    "Check its rights."),
            new CodeEntry(
                    "S485",
                    "link leaves the folder",
                    "A link in the workspace leads out of its folder, or to nothing.",
                    "Copy the file into the folder."),
            new CodeEntry(
                    "S486",
                    "definitions are away",
                    "A file is gone or cut off, and what it defined with it. It is served as before, marked as stale, and counts as removed once it stayed away for removed_after (10 minutes).",
                    "Put the file back; where it was meant wait, or start the server anew."),
            new CodeEntry(
                    "S720",
                    "store not opened",
                    "What the workspace remembers cannot be opened.",
                    "Check its address, its rights, and that it is not damaged."),
            new CodeEntry(
                    "S721",
                    "store did not take it",
                    "The store refused or lost its server or its disk; nothing was written.",
                    "See that its disk has room and its server answers, then try again."),
            new CodeEntry(
                    "S722",
                    "store is newer",
                    "A newer Bellwether wrote the store.",
                    "Start that one, or restore a backup of this one."),
            new CodeEntry(
                    "S723",
                    "store not brought up to date",
                    "The store could not be brought to this version.",
                    "Restore the backup from before, and report what it says."),
            new CodeEntry(
                    "S724",
                    "backup of another version",
                    "A backup goes into a store of its own version only.",
                    "Restore it with the Bellwether that wrote it, then start this one on that store."),
            new CodeEntry(
                    "S725",
                    "store is not empty",
                    "A restore would give up what the store holds.",
                    "Say --replace, after a backup of it."),
            new CodeEntry("S726", "no backup", "The file is not one that backup wrote.", "Name one that is."),
            new CodeEntry(
                    "S727",
                    "store moved away",
                    "The store's file was moved, replaced or deleted while it was in use; nothing is acknowledged.",
                    "Put the file back, or start the server anew on the one that is there."),
            new CodeEntry(
                    "P801",
                    "KPI not in our files",
                    "The KPI does not stand under kpis: in a YAML file of the workspace: another tool keeps it.",
                    "Change it where it is defined."),
            new CodeEntry(
                    "P802",
                    "not edited for certain",
                    "An alias, an anchor, a tag or a text over lines stands where the change would go.",
                    "Change it by hand."),
            new CodeEntry(
                    "P803",
                    "no such target",
                    "What is asked for is no target, no timeframe, or about no KPI.",
                    "Write \"reach: 80\", --by 2026-12-31."),
            new CodeEntry("P804", "nothing to change", "The KPI stands like that already.", "Give another target."),
            new CodeEntry(
                    "P805",
                    "change would do harm",
                    "With the change the workspace would have errors, or something else would change too.",
                    "Mend the change; the errors follow it."),
            new CodeEntry(
                    "P806",
                    "changed meanwhile",
                    "Somebody else changed the file while a decision was being written into it.",
                    "Look at it, then try again."),
            new CodeEntry(
                    "P807",
                    "file not written",
                    "A definition file cannot be written.",
                    "Check its rights and the disk."),
            new CodeEntry("P808", "no reason", "Goalposts are not moved without a reason.", "Say why."),
            new CodeEntry(
                    "P809",
                    "other evidence",
                    "What a decision rests on has changed since it was shown.",
                    "Look at it again, then decide."),
            new CodeEntry(
                    "P821",
                    "not typed in",
                    "Values are given for a metric that has a formula, or that is not defined.",
                    "Name a metric with manual: { every: … }; bellwether values lists them."),
            new CodeEntry(
                    "P822",
                    "not a period of the metric",
                    "A value's period is not one of the length that the metric is given for, or has not begun.",
                    "Write it as the message shows: 2026-10, 2026-W46, FY2027-Q1."),
            new CodeEntry(
                    "P823",
                    "unknown member",
                    "A value is of a region, team… that the definition does not list, or does not say of which.",
                    "Correct the name; the nearest one is told."),
            new CodeEntry(
                    "P824",
                    "not a value of the metric",
                    "A value is not a number in the metric's unit, or too large or fine to be kept exactly.",
                    "Write 81%, 4h or 1_200."),
            new CodeEntry(
                    "P825",
                    "given twice",
                    "One batch or file has two values of the same period and members.",
                    "Keep one of them."),
            new CodeEntry(
                    "P826",
                    "correction without a reason",
                    "A value that is there is changed.",
                    "Say why, with --reason."),
            new CodeEntry(
                    "P827",
                    "other values under the same key",
                    "A key stands for what was first sent under it.",
                    "Send new values under a new key."),
            new CodeEntry(
                    "P828",
                    "file of values not readable",
                    "An upload is not CSV or Excel with the columns of the metric, or larger than is read.",
                    "Save it as CSV (UTF-8) or .xlsx, with the line of names that the message shows."),
            new CodeEntry(
                    "P829",
                    "not what was looked at",
                    "The file that is confirmed, or the values that are there, are others than in the preview.",
                    "Look at the preview again, then confirm."),
            new CodeEntry(
                    "P841", "no such alert", "No alert has this name.", "Correct the name; the nearest one is told."),
            new CodeEntry("P842", "no such job", "No job has this name.", "Correct the name; all of them are told."),
            new CodeEntry("P843", "job is running", "A job that runs cannot be run again.", "Wait until it ends."),
            new CodeEntry(
                    "P844",
                    "no such message",
                    "Only a message that was given up can be tried again.",
                    "See bellwether alerts messages."),
            new CodeEntry(
                    "Q510",
                    "workspace already there",
                    "bellwether init finds a workspace in its folder.",
                    "Name another folder, or take its bellwether.yml away."),
            new CodeEntry(
                    "Q511",
                    "file already there",
                    "bellwether init would copy the data over another file.",
                    "Rename one of them, or say --no-copy."),
            new CodeEntry(
                    "Q512",
                    "no data",
                    "bellwether init is given a file that is not there.",
                    "Name the data with --from FILE."),
            new CodeEntry(
                    "Q520",
                    "not measured",
                    "A KPI was not measured, though the scorecard was asked for it.",
                    "Report it with the workspace: this is a fault of ours."),
            new CodeEntry(
                    "E698",
                    "not started",
                    "Bellwether ran out of memory, or is not installed whole.",
                    "Give the JVM more memory, or build again."),
            new CodeEntry(
                    "E699", "fault of ours", "Bellwether itself failed.", "Report it with what the terminal says."),
            new CodeEntry(
                    "H701",
                    "unknown parameter",
                    "An address holds a parameter that the server does not know there.",
                    "Correct its name; the nearest one is told."),
            new CodeEntry("H702", "missing parameter", "An address lacks a parameter.", "Add it as the example shows."),
            new CodeEntry(
                    "H703",
                    "wrong parameter",
                    "A parameter's value is not of the form that it must have.",
                    "Write it as the message says."),
            new CodeEntry(
                    "H704",
                    "nothing there",
                    "There is nothing at this address.",
                    "See /api/openapi.json for the addresses."),
            new CodeEntry("H705", "no such KPI", "No KPI has this name.", "Correct the name; the nearest one is told."),
            new CodeEntry("H706", "method not allowed", "The address is not answered by this method.", "Use GET."),
            new CodeEntry(
                    "H707",
                    "unknown host",
                    "The request was sent to a name that the server is not known by.",
                    "Call it by its address, or start it with --name and that name."),
            new CodeEntry(
                    "H708",
                    "bad request",
                    "The request is not one that HTTP allows, or cannot be answered.",
                    "Correct the request."),
            new CodeEntry("H709", "request too large", "The request is larger than 16 KB.", "Ask for less at once."),
            new CodeEntry(
                    "H711",
                    "nobody said who",
                    "What a request does is done by a person, and it names none.",
                    "Choose a person on the page, or send the header X-Bellwether-Person."),
            new CodeEntry(
                    "H712",
                    "not one of us",
                    "The workspace has no such person.",
                    "Add them to people: in a file of it."),
            new CodeEntry(
                    "H713", "page of another site", "A page that is not ours sent the request.", "Use our pages."),
            new CodeEntry("H714", "not JSON", "A body is sent as JSON.", "Send Content-Type: application/json."),
            new CodeEntry(
                    "H715",
                    "wrong body",
                    "The body is not what the address takes.",
                    "See /api/openapi.json for its form."),
            new CodeEntry(
                    "P831",
                    "text cannot be kept",
                    "A text is missing, too long, or holds characters that are no text.",
                    "Say it in a few words: a title has at most 200 characters, a comment 10,000."),
            new CodeEntry(
                    "P832",
                    "nothing of that name",
                    "No KPI, metric or objective has this name.",
                    "Correct it; the nearest one is told."),
            new CodeEntry(
                    "P833",
                    "no confidence",
                    "A check-in lacks its confidence, or it is off the scale.",
                    "Give a whole number from 0 to 10."),
            new CodeEntry(
                    "P834",
                    "somebody else's",
                    "Only who wrote something may correct it, only who owns a KPI may take it on.",
                    "Write one of your own, or ask its owner."),
            new CodeEntry(
                    "P835", "no such record", "No record has this number.", "See the list for those that there are."),
            new CodeEntry(
                    "P836",
                    "it is over",
                    "An action that is done or dropped, or a review that has ended, takes nothing more.",
                    "Open a new one."),
            new CodeEntry("P837", "not one of the people", "The workspace has no such person.", "Add them to people:."),
            new CodeEntry(
                    "P838",
                    "impossible day or period",
                    "A due day is in the past, or a period has no such name.",
                    "Write 2026-11-30, 2026-11 or 2026-W46."),
            new CodeEntry(
                    "P839",
                    "not here",
                    "A review has nothing to go through, no such decision or nobody to mail it, or thanks came before the target was reached.",
                    "Decide keep, act, retarget, demote or retire; thank when it is reached."),
            new CodeEntry(
                    "H799",
                    "server failed",
                    "The server made a mistake; what went wrong stands in its terminal.",
                    "Try again; if it stays, report it with what the terminal says."));

    private AppCodes() {}
}
