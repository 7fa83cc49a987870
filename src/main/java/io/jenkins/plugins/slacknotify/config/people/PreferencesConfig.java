package io.jenkins.plugins.slacknotify.config.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.NoneList;
import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** Preferences for direct messages as they are stored and shown in forms: the administrator's for everybody, or a user's own. */
public class PreferencesConfig implements Describable<PreferencesConfig> {
    private List<String> events = ids(Preferences.STANDARD.events());
    private boolean startedByMe = Preferences.STANDARD.startedByMe();
    private String minimumSeverity = Preferences.STANDARD.minimumSeverity().id();

    @DataBoundConstructor
    public PreferencesConfig() {
        // Everything has a setter.
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new PreferencesConfig());
    }

    /** The kinds of event, as {@link EventKind#id()}s. */
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    /** @throws IllegalArgumentException where a kind is not known */
    @DataBoundSetter
    public void setEvents(@CheckForNull List<String> events) {
        this.events = ids(kinds(NoneList.read(events)));
    }

    /** Keeps what a form could not offer: the kinds of event that were stored and that this version does not know. */
    public void keepUnknown(PreferencesConfig before) {
        events = StoredIds.withUnknown(events, before.events, EventKind::parse);
    }

    public boolean isStartedByMe() {
        return startedByMe;
    }

    @DataBoundSetter
    public void setStartedByMe(boolean startedByMe) {
        this.startedByMe = startedByMe;
    }

    public String getMinimumSeverity() {
        return minimumSeverity;
    }

    /** @throws IllegalArgumentException where there is no such severity */
    @DataBoundSetter
    public void setMinimumSeverity(@CheckForNull String minimumSeverity) {
        String given = Util.fixEmptyAndTrim(minimumSeverity);
        this.minimumSeverity = (given == null ? Severity.INFO : Severity.parse(given)).id();
    }

    /** Converts the preferences for the engine, without quiet jobs and without a pause. */
    public Preferences toPreferences() {
        return new Preferences(
                StoredIds.known(events, EventKind::parse).collect(Collectors.toSet()),
                startedByMe,
                StoredIds.known(minimumSeverity, Severity::parse).orElse(Preferences.STANDARD.minimumSeverity()),
                List.of(),
                null);
    }

    /** The checkboxes of {@link #getEvents}. */
    public List<CheckboxOption> getEventRows() {
        return CheckboxOption.ofEnds(events);
    }

    /**
     * Adds the list of events that a form leaves out.
     *
     * @param form null where the form has no preferences
     */
    public static void complete(@CheckForNull JSONObject form) {
        if (form != null) {
            FormLists.addMissing(form, "events");
        }
    }

    static Set<EventKind> kinds(Collection<String> ids) {
        return ids.stream()
                .map(EventKind::parseCompletion)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));
    }

    static List<String> ids(Collection<EventKind> kinds) {
        return kinds.stream().sorted().map(EventKind::id).collect(Collectors.toList());
    }

    /** The form of the preferences. */
    @Extension
    public static class DescriptorImpl extends Descriptor<PreferencesConfig> {
        /** The preferences that a form shows where nobody has chosen any yet. */
        public PreferencesConfig getStandard() {
            return new PreferencesConfig();
        }

        @POST
        public ListBoxModel doFillMinimumSeverityItems() {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.PreferencesConfig_everySeverity(), Severity.INFO.id());
            for (Severity severity : EnumSet.range(Severity.NOTICE, Severity.CRITICAL)) {
                choices.add(Messages.PreferencesConfig_fromSeverity(severity.id()), severity.id());
            }
            return choices;
        }
    }
}
