package io.jenkins.plugins.slacknotify.config.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.NoneList;
import io.jenkins.plugins.slacknotify.config.form.StoredIds;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.people.policy.PeopleInputValidator;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The settings of direct messages for the whole system: {@code personal:} of {@code unclassified: slackNotify:} in Configuration as
 * Code.
 */
public class DirectMessagesConfig implements Describable<DirectMessagesConfig> {
    /** The path in Configuration as Code. */
    static final String PATH = "unclassified.slackNotify.personal";

    private static final List<Involvement> DEFAULT_INVOLVEMENTS = List.of(Involvement.BREAKER, Involvement.REQUESTER);

    private boolean enabled;
    private List<String> told = ids(DEFAULT_INVOLVEMENTS);
    private PreferencesConfig defaults = new PreferencesConfig();
    private List<String> mandatory = new ArrayList<>();
    private List<String> ignored = new ArrayList<>(PeoplePolicy.STANDARD_IGNORED);
    private List<String> withoutAccount = new ArrayList<>();
    private List<AliasConfig> aliases = new ArrayList<>();

    @DataBoundConstructor
    public DirectMessagesConfig() {
        // Everything has a setter.
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new DirectMessagesConfig());
    }

    /** Returns whether people get direct messages without a job asking for them. */
    public boolean isEnabled() {
        return enabled;
    }

    @DataBoundSetter
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** The involvements of the people who get direct messages, as {@link Involvement#id()}s. */
    public List<String> getTold() {
        return List.copyOf(told);
    }

    /** @throws IllegalArgumentException where an involvement is not known */
    @DataBoundSetter
    public void setTold(@CheckForNull List<String> told) {
        this.told = ids(involvements(NoneList.read(told)));
    }

    /** The preferences of users who have chosen none of their own. */
    public PreferencesConfig getDefaults() {
        return defaults;
    }

    @DataBoundSetter
    public void setDefaults(@CheckForNull PreferencesConfig defaults) {
        this.defaults = defaults == null ? new PreferencesConfig() : defaults;
    }

    /** The kinds of event that users cannot opt out of, as ids. */
    public List<String> getMandatory() {
        return List.copyOf(mandatory);
    }

    /** @throws IllegalArgumentException where a kind is not known */
    @DataBoundSetter
    public void setMandatory(@CheckForNull List<String> mandatory) {
        this.mandatory = PreferencesConfig.ids(PreferencesConfig.kinds(FormLists.stripped(mandatory)));
    }

    /** Keeps what a form could not offer: what was stored and what this version does not know. */
    public void keepUnknown(DirectMessagesConfig before) {
        told = StoredIds.withUnknown(told, before.told, Involvement::parse);
        mandatory = StoredIds.withUnknown(mandatory, before.mandatory, EventKind::parse);
        defaults.keepUnknown(before.defaults);
    }

    /** The patterns for addresses of robots and the like, which get no direct message. */
    public List<String> getIgnored() {
        return List.copyOf(ignored);
    }

    /** @throws IllegalArgumentException where one is no pattern for addresses */
    @DataBoundSetter
    public void setIgnored(@CheckForNull List<String> ignored) {
        this.ignored = checked(NoneList.read(ignored), PeopleInputValidator::validateAddressPattern);
    }

    /** The domains whose addresses get direct messages even if no account has them. */
    public List<String> getWithoutAccount() {
        return List.copyOf(withoutAccount);
    }

    /** @throws IllegalArgumentException where one is no domain */
    @DataBoundSetter
    public void setWithoutAccount(@CheckForNull List<String> withoutAccount) {
        this.withoutAccount = checked(withoutAccount, PeopleInputValidator::validateDomain);
    }

    /** @throws IllegalArgumentException where one of them is invalid */
    private static List<String> checked(@CheckForNull List<String> lines, Function<String, Optional<String>> check) {
        List<String> given = FormLists.stripped(lines);
        FieldValidation.throwIfInvalid(FieldValidation.firstError(given, check));
        return given;
    }

    public List<AliasConfig> getAliases() {
        return List.copyOf(aliases);
    }

    @DataBoundSetter
    public void setAliases(@CheckForNull List<AliasConfig> aliases) {
        this.aliases = FormLists.copy(aliases);
    }

    /** Converts the settings for the engine. While they are switched off, only those whom a job names get direct messages. */
    public PeoplePolicy toPolicy() {
        return new PeoplePolicy(
                enabled ? StoredIds.known(told, Involvement::parse).collect(Collectors.toSet()) : Set.of(),
                StoredIds.known(mandatory, EventKind::parse).collect(Collectors.toSet()),
                getIgnored(),
                Set.copyOf(withoutAccount),
                aliases.stream().flatMap(AliasConfig::toAlias).toList());
    }

    /** The checkboxes of {@link #getTold}. */
    public List<CheckboxOption> getToldRows() {
        return CheckboxOption.ofInvolvements(told);
    }

    /** The checkboxes of {@link #getMandatory}. */
    public List<CheckboxOption> getMandatoryRows() {
        return CheckboxOption.ofEnds(mandatory);
    }

    /** {@link #getIgnored} for a text area, one a line. */
    public String getIgnoredLines() {
        return String.join("\n", ignored);
    }

    /** {@link #getWithoutAccount} for a text area, one a line. */
    public String getWithoutAccountLines() {
        return String.join("\n", withoutAccount);
    }

    /**
     * Adds the lists that a form leaves out, and splits its text areas.
     *
     * @param form null where the form has no such section
     */
    public static void complete(@CheckForNull JSONObject form) {
        if (form != null) {
            FormLists.addMissing(form, "told", "mandatory", "aliases");
            FormLists.splitLines(form, "ignored", "withoutAccount");
            PreferencesConfig.complete(form.optJSONObject("defaults"));
        }
    }

    private static Set<Involvement> involvements(List<String> ids) {
        return ids.stream()
                .map(Involvement::parse)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Involvement.class)));
    }

    private static List<String> ids(Iterable<Involvement> involvements) {
        List<String> ids = new ArrayList<>();
        involvements.forEach(one -> ids.add(one.id()));
        return ids;
    }

    /** The form of the settings of direct messages. */
    @Extension
    public static class DescriptorImpl extends Descriptor<DirectMessagesConfig> {
        @POST
        public FormValidation doCheckIgnored(@QueryParameter String value) {
            return FieldValidation.forAdministrators(() ->
                    FieldValidation.firstError(FormLists.lines(value), PeopleInputValidator::validateAddressPattern));
        }

        /** Warns of any domain, as it opens the door to people whom this Jenkins does not know. */
        @POST
        public FormValidation doCheckWithoutAccount(@QueryParameter String value) {
            FormValidation checked = FieldValidation.forAdministrators(
                    () -> FieldValidation.firstError(FormLists.lines(value), PeopleInputValidator::validateDomain));
            boolean opens = checked.kind == FormValidation.Kind.OK
                    && !FormLists.lines(value).isEmpty();
            return opens ? FormValidation.warning(Messages.DirectMessagesConfig_withoutAccount()) : checked;
        }
    }
}
