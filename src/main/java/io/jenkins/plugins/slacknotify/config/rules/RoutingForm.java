package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import java.util.List;
import net.sf.json.JSONObject;

/** Completes the JSON of workspaces, destinations, templates and rules that the forms of the system, folders and jobs send. */
public final class RoutingForm {
    private RoutingForm() {}

    /**
     * Adds the lists that a form leaves out, and splits its text areas and its fields of several names.
     *
     * @param form what holds the lists {@code destinations}, {@code templates} and {@code rules}; null where a form has none
     */
    public static void complete(@CheckForNull JSONObject form) {
        if (form != null) {
            FormLists.addMissing(form, "workspaces", "destinations", "templates", "rules", "channelLimits");
            elements(form, "templates").forEach(RoutingForm::completeTemplate);
            elements(form, "rules").forEach(RoutingForm::completeRule);
            elements(form, "channelLimits").forEach(limit -> FormLists.splitLines(limit, "jobs", "channels"));
        }
    }

    private static void completeTemplate(JSONObject template) {
        FormLists.addMissing(template, "wordings");
        elements(template, "wordings").forEach(wording -> FormLists.addMissing(wording, "events"));
    }

    private static void completeRule(JSONObject rule) {
        FormLists.addMissing(rule, "branchKinds", "events", "causes");
        FormLists.splitLines(rule, "jobs", "branches");
        FormLists.splitNames(rule, "to", "people", "mention");
    }

    /** The elements of a list; a form sends a single one without the list. */
    static List<JSONObject> elements(JSONObject form, String list) {
        return FormLists.elements(form.get(list)).stream()
                .map(JSONObject.class::cast)
                .toList();
    }
}
