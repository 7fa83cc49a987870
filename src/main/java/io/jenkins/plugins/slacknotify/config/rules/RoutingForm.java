package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /**
     * Makes the elements of a list of the property of a folder or job.
     *
     * @param form as {@link #complete} leaves it
     * @param bind makes an element of its part of the form
     * @param stored the elements until now; what the form has sent as it is there is kept, though nobody could enter it
     * @throws IllegalArgumentException where somebody has entered what is invalid, with its path
     */
    static <T extends ListElement> List<T> bind(
            JSONObject form, String list, Function<JSONObject, T> bind, List<T> stored) {
        List<T> bound = new ArrayList<>();
        List<T> kept = new ArrayList<>();
        for (JSONObject element : elements(form, list)) {
            T given = bind.apply(element);
            if (given.keepUntouched(element, stored)) {
                kept.add(given);
            }
            bound.add(given);
        }
        RoutingValidator.requireValid(list, bound, kept);
        return bound;
    }

    /** The elements of a list; a form sends a single one without the list. */
    static List<JSONObject> elements(JSONObject form, String list) {
        return FormLists.elements(form.get(list)).stream()
                .map(JSONObject.class::cast)
                .toList();
    }
}
