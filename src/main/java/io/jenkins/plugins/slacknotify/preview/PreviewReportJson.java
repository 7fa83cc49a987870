package io.jenkins.plugins.slacknotify.preview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.message.html.MessageHtml;
import java.util.Locale;
import java.util.stream.Stream;
import net.sf.json.JSONArray;
import net.sf.json.JSONNull;
import net.sf.json.JSONObject;

/** Writes a report as JSON. Scripts rely on its names: new ones may be added, and none may change. */
final class PreviewReportJson {
    private PreviewReportJson() {}

    static JSONObject of(PreviewReport report) {
        Run<?, ?> run = report.getRun();
        JSONObject json = new JSONObject();
        json.put("job", run.getParent().getFullName());
        json.put("build", run.getNumber());
        json.put("candidate", report.isCandidate());
        json.put(
                "events",
                JSONArray.fromObject(report.event().kinds().stream()
                        .sorted()
                        .map(EventKind::id)
                        .toList()));
        json.put("severity", report.getSeverity());
        json.put("rules", array(report.getDecisions().stream().map(PreviewReportJson::rule)));
        json.put("messages", array(report.getMessages().stream().map(PreviewReportJson::message)));
        json.put("people", array(report.getPeople().stream().map(PreviewReportJson::person)));
        json.put("notes", JSONArray.fromObject(report.getNotes()));
        return json;
    }

    private static JSONObject rule(RuleDecisionRow row) {
        JSONObject json = new JSONObject();
        json.put("place", row.scope().name().toLowerCase(Locale.ROOT));
        json.put("owner", row.owner());
        json.put("name", row.name());
        json.put("outcome", row.outcome());
        json.put("because", row.reason());
        json.put("tells", JSONArray.fromObject(row.destinations()));
        json.put("tooQuietFor", JSONArray.fromObject(row.ignoringDestinations()));
        return json;
    }

    private static JSONObject message(MessageRow row) {
        JSONObject json = new JSONObject();
        json.put("destination", row.destination());
        json.put("severity", row.severity());
        json.put("botName", orNull(row.botName()));
        json.put("botIcon", orNull(row.botIcon()));
        json.put("text", row.content().text());
        json.put("details", JSONArray.fromObject(MessageHtml.details(row.content())));
        json.put("thread", array(row.thread().stream().map(message -> message.text())));
        json.put("problem", orNull(row.problem()));
        return json;
    }

    private static JSONObject person(PersonRow row) {
        JSONObject json = new JSONObject();
        json.put("name", row.name());
        json.put("account", orNull(row.account()));
        json.put("because", row.reason());
        json.put("byRule", row.byRule());
        json.put("told", row.notified());
        json.put("note", row.note());
        return json;
    }

    private static JSONArray array(Stream<?> elements) {
        JSONArray array = new JSONArray();
        array.addAll(elements.toList());
        return array;
    }

    private static Object orNull(@CheckForNull String text) {
        return text == null ? JSONNull.getInstance() : text;
    }
}
