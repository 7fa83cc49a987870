package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.MessageLanguageChoices;
import io.jenkins.plugins.slacknotify.config.form.OptionNames;
import io.jenkins.plugins.slacknotify.config.form.StoredChoices;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.config.pattern.PatternCheck;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.BranchKind;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.routing.ChannelLink;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageButtons;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.routing.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A rule as it is stored and shown in forms: which builds it applies to, and whom it notifies. The system, folders, jobs and the
 * {@code options} of a pipeline share it. A condition that is left out applies to every build.
 */
public class RuleConfig extends ListElement implements Describable<RuleConfig> {
    private String name;
    private List<String> jobs = new ArrayList<>();
    private List<String> branches = new ArrayList<>();
    private List<String> branchKinds = new ArrayList<>();
    private List<String> events = new ArrayList<>();
    private String minimumSeverity;
    private List<String> causes = new ArrayList<>();
    private String severity;
    private List<String> to = new ArrayList<>();
    private List<String> people = new ArrayList<>();
    private List<String> mention = new ArrayList<>();
    private String mentionFrom;
    private String template;
    private String language;
    private String buttons;
    private boolean last;
    private boolean disabled;

    @DataBoundConstructor
    public RuleConfig() {
        // Everything has a setter.
    }

    /** The name on pages and in alerts; null for none. */
    @CheckForNull
    public String getName() {
        return name;
    }

    @DataBoundSetter
    public void setName(@CheckForNull String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    /** The patterns for full names of jobs, as {@link NamePatterns} reads them. */
    public List<String> getJobs() {
        return List.copyOf(jobs);
    }

    @DataBoundSetter
    public void setJobs(@CheckForNull List<String> jobs) {
        this.jobs = read("jobs", this.jobs, () -> patterns(jobs));
    }

    /** The patterns for names of branches, which have no blanks: what a comma and a blank separate is several. */
    public List<String> getBranches() {
        return List.copyOf(branches);
    }

    @DataBoundSetter
    public void setBranches(@CheckForNull List<String> branches) {
        this.branches = read("branches", this.branches, () -> patterns(FormLists.splitAtCommasAndBlanks(branches)));
    }

    /** The kinds of branch, as {@link BranchKind#id()}s. */
    public List<String> getBranchKinds() {
        return List.copyOf(branchKinds);
    }

    @DataBoundSetter
    public void setBranchKinds(@CheckForNull List<String> branchKinds) {
        this.branchKinds = read(
                "branchKinds", this.branchKinds, () -> FieldParser.ids(branchKinds, BranchKind::parse, BranchKind::id));
    }

    /** The kinds of event, as {@link EventKind#id()}s. */
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    @DataBoundSetter
    public void setEvents(@CheckForNull List<String> events) {
        this.events = read("events", this.events, () -> FieldParser.ids(events, EventKind::parse, EventKind::id));
    }

    @CheckForNull
    public String getMinimumSeverity() {
        return minimumSeverity;
    }

    @DataBoundSetter
    public void setMinimumSeverity(@CheckForNull String minimumSeverity) {
        this.minimumSeverity = read("minimumSeverity", this.minimumSeverity, () -> leastSeverityId(minimumSeverity));
    }

    /** The kinds of cause, as {@link CauseKind#id()}s. */
    public List<String> getCauses() {
        return List.copyOf(causes);
    }

    @DataBoundSetter
    public void setCauses(@CheckForNull List<String> causes) {
        this.causes = read("causes", this.causes, () -> FieldParser.ids(causes, CauseKind::parse, CauseKind::id));
    }

    /** The severity that the build has from this rule on; null to leave it unchanged. */
    @CheckForNull
    public String getSeverity() {
        return severity;
    }

    @DataBoundSetter
    public void setSeverity(@CheckForNull String severity) {
        this.severity = read("severity", this.severity, () -> severityId(severity));
    }

    /** The names of destinations, and channels with a {@code #} or by id. In place of the link of a channel, its id is kept. */
    public List<String> getTo() {
        return List.copyOf(to);
    }

    @DataBoundSetter
    public void setTo(@CheckForNull List<String> to) {
        this.to =
                FormLists.stripped(to).stream().map(ChannelLink::idOr).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The people who get a direct message, as {@link Involvement#id()}s, ids of accounts, and e-mail addresses. */
    public List<String> getPeople() {
        return List.copyOf(people);
    }

    @DataBoundSetter
    public void setPeople(@CheckForNull List<String> people) {
        this.people = FormLists.stripped(people);
    }

    /** The mentions in the destinations, in the syntax of {@link Mention}. */
    public List<String> getMention() {
        return List.copyOf(mention);
    }

    @DataBoundSetter
    public void setMention(@CheckForNull List<String> mention) {
        this.mention = read("mention", this.mention, () -> mentions(mention));
    }

    /** The least severity from which the message has the mentions; null for any. */
    @CheckForNull
    public String getMentionFrom() {
        return mentionFrom;
    }

    @DataBoundSetter
    public void setMentionFrom(@CheckForNull String mentionFrom) {
        this.mentionFrom = read("mentionFrom", this.mentionFrom, () -> leastSeverityId(mentionFrom));
    }

    /** The name of a {@link TemplateConfig}; null for the default text of messages. */
    @CheckForNull
    public String getTemplate() {
        return template;
    }

    @DataBoundSetter
    public void setTemplate(@CheckForNull String template) {
        this.template = Util.fixEmptyAndTrim(template);
    }

    /** The buttons of the messages, as {@link MessageButtons#id()}; null for those of each destination. */
    @CheckForNull
    public String getButtons() {
        return buttons;
    }

    @DataBoundSetter
    public void setButtons(@CheckForNull String buttons) {
        this.buttons =
                read("buttons", this.buttons, () -> FieldParser.id(buttons, MessageButtons::parse, MessageButtons::id));
    }

    /** The language of the messages, as {@link MessageLanguage#id()}; null for that of each destination. */
    @CheckForNull
    public String getLanguage() {
        return language;
    }

    @DataBoundSetter
    public void setLanguage(@CheckForNull String language) {
        this.language = read(
                "language", this.language, () -> FieldParser.id(language, MessageLanguage::parse, MessageLanguage::id));
    }

    /** Returns whether a build to which this rule applies skips the rules after it. */
    public boolean isLast() {
        return last;
    }

    @DataBoundSetter
    public void setLast(boolean last) {
        this.last = last;
    }

    /** Returns whether somebody has switched the rule off. It keeps its place, and notifies nobody. */
    public boolean isDisabled() {
        return disabled;
    }

    @DataBoundSetter
    public void setDisabled(boolean disabled) {
        this.disabled = disabled;
    }

    /**
     * Converts the rules of a scope for the engine, in its order. An invalid rule is left out: without a condition it would apply to more.
     */
    public static List<Rule> toRules(RuleScopeConfig scope, NameResolver names) {
        List<RuleConfig> rules = scope.rules();
        return IntStream.range(0, rules.size())
                .filter(index -> !rules.get(index).isInvalid())
                .mapToObj(index -> rules.get(index).toRule(index + 1, scope, names))
                .toList();
    }

    /**
     * Converts the rule for the engine. Unknown names are left out; {@link RoutingValidator} reports them.
     *
     * @param position in its list, from 1
     * @param scope where it stands
     */
    Rule toRule(int position, RuleScopeConfig scope, NameResolver names) {
        return Rule.builder(label(position), toCondition())
                .severity(severity == null ? null : Severity.parse(severity))
                .targets(targets(position, scope, names))
                .people(addressees())
                .mention(new Rule.MentionSetting(Mention.of(mention), orInfo(mentionFrom)))
                .template(template == null ? null : names.template(template).orElse(null))
                .language(language == null ? null : MessageLanguage.parse(language))
                .buttons(buttons == null ? null : MessageButtons.parse(buttons))
                .stopsEvaluation(last)
                .disabled(disabled)
                .build();
    }

    /** Each channel of its own knows its position, by which it is found again when its name was corrected. */
    private List<DestinationProfile> targets(int position, RuleScopeConfig scope, NameResolver names) {
        return IntStream.range(0, to.size())
                .filter(index -> names.isPossible(to.get(index)))
                .boxed()
                .flatMap(index -> names.target(to.get(index)).stream()
                        .map(target -> target.name() != null
                                ? target
                                : target.namedIn(ChannelSource.ofRule(
                                        scope.scope(), scope.owner(), label(position), index, shape(scope)))))
                .toList();
    }

    /**
     * Returns a hash of all that stays when the name of a rule's channel is corrected. By this, a rule without a name is found again, if its
     * scope still has as many rules.
     */
    private int shape(RuleScopeConfig scope) {
        boolean isKnownByName = name != null
                && scope.rules().stream().filter(rule -> name.equals(rule.name)).count() == 1;
        return isKnownByName
                ? to.size()
                : Objects.hash(
                        to.size(), scope.rules().size(), jobs, branches, branchKinds, events, minimumSeverity, causes);
    }

    /** Returns whether another rule has the same value for each option, and thus does the same. */
    public boolean hasValuesOf(RuleConfig other) {
        return XmlDefaults.haveSameValues(this, other);
    }

    @Override
    protected RuleConfig blank() {
        return new RuleConfig();
    }

    @Override
    public String givenName() {
        return Util.fixNull(name);
    }

    @Override
    public String label(int position) {
        return name == null ? "Rule " + position : name;
    }

    /** Converts the condition for the engine. */
    public Condition toCondition() {
        return new Condition(
                NamePatterns.of(jobs),
                NamePatterns.of(branches),
                set(branchKinds, BranchKind::parse),
                set(events, EventKind::parse),
                orInfo(minimumSeverity),
                set(causes, CauseKind::parse));
    }

    private Addressees addressees() {
        return new Addressees(
                people.stream().flatMap(Involvement::find).collect(Collectors.toSet()),
                people.stream()
                        .filter(one -> Involvement.find(one).findAny().isEmpty())
                        .toList());
    }

    private static <T> Set<T> set(List<String> ids, Function<String, T> parse) {
        return ids.stream().map(parse).collect(Collectors.toSet());
    }

    private static Severity orInfo(@CheckForNull String id) {
        return id == null ? Severity.INFO : Severity.parse(id);
    }

    @CheckForNull
    private static String severityId(@CheckForNull String written) {
        return FieldParser.id(written, Severity::parse, Severity::id);
    }

    @CheckForNull
    private static String leastSeverityId(@CheckForNull String written) {
        return FieldParser.idUnless(Severity.INFO, written, Severity::parse, Severity::id);
    }

    private static List<String> patterns(@CheckForNull List<String> written) {
        List<String> given = FormLists.stripped(written);
        NamePatterns.validated(given);
        return given;
    }

    private static List<String> mentions(@CheckForNull List<String> written) {
        List<String> given = FormLists.stripped(written);
        Mention.of(given);
        return given;
    }

    /** The form of a rule. The symbol is its name in Job DSL. */
    @Extension
    @Symbol("notificationRule")
    public static class DescriptorImpl extends Descriptor<RuleConfig> implements CustomDescribableModel {
        private static final Set<String> SEVERAL_LINES = Set.of("jobs", "branches");
        private static final Set<String> SEVERAL_NAMES =
                Set.of("branchKinds", "events", "causes", "to", "people", "mention");

        /**
         * {@inheritDoc} A script may write one text where there can be several, as it may in the step.
         *
         * @throws IllegalArgumentException where there is no option of a name: without a condition, the rule would be for more builds
         */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            List<String> options = DescribableModel.of(RuleConfig.class).getParameters().stream()
                    .map(DescribableParameter::getName)
                    .toList();
            OptionNames.require("A rule", options, arguments.keySet());
            Map<String, Object> given = new LinkedHashMap<>(arguments);
            given.replaceAll(DescriptorImpl::listed);
            return given;
        }

        @CheckForNull
        private static Object listed(String option, @CheckForNull Object value) {
            if (!(value instanceof CharSequence)) {
                return value;
            }
            if (SEVERAL_LINES.contains(option)) {
                return FormLists.lines(value.toString());
            }
            return SEVERAL_NAMES.contains(option) ? FormLists.names(value.toString()) : value;
        }

        /**
         * The checkboxes of the kinds of event.
         *
         * @param rule null for one that is new
         */
        public List<CheckboxOption> eventChoices(@CheckForNull RuleConfig rule) {
            List<String> stored = rule == null ? List.of() : rule.getEvents();
            return StoredChoices.boxes(CheckboxOption.ofEvents(stored), stored);
        }

        /**
         * The checkboxes of the kinds of branch.
         *
         * @param rule null for one that is new
         */
        public List<CheckboxOption> branchKindChoices(@CheckForNull RuleConfig rule) {
            List<String> stored = rule == null ? List.of() : rule.getBranchKinds();
            return StoredChoices.boxes(CheckboxOption.ofBranchKinds(stored), stored);
        }

        /**
         * The checkboxes of the kinds of cause.
         *
         * @param rule null for one that is new
         */
        public List<CheckboxOption> causeChoices(@CheckForNull RuleConfig rule) {
            List<String> stored = rule == null ? List.of() : rule.getCauses();
            return StoredChoices.boxes(CheckboxOption.ofCauses(stored), stored);
        }

        /** Joins values for a text area, one a line. */
        public String lines(@CheckForNull List<String> given) {
            return given == null ? "" : String.join("\n", given);
        }

        /** Joins values for a field of several names. */
        public String words(@CheckForNull List<String> given) {
            return FormLists.joinNames(given);
        }

        @POST
        public FormValidation doCheckJobs(@AncestorInPath Item item, @QueryParameter String value) {
            RuleFormChecks.require(item);
            List<String> patterns = FormLists.lines(value);
            return kept(PatternCheck.ofJobs(item, patterns), item, "jobs", patterns);
        }

        private static FormValidation kept(
                FormValidation checked, @CheckForNull Item item, String field, List<String> values) {
            return ListElement.softened(checked, RuleFormChecks.stored(item, RuleScopeConfig::rules), field, values);
        }

        @POST
        public FormValidation doCheckBranches(@AncestorInPath Item item, @QueryParameter String value) {
            RuleFormChecks.require(item);
            List<String> patterns = FormLists.splitAtCommasAndBlanks(FormLists.lines(value));
            return kept(PatternCheck.ofBranches(item, patterns), item, "branches", patterns);
        }

        @POST
        public FormValidation doCheckMention(@AncestorInPath Item item, @QueryParameter String value) {
            RuleFormChecks.require(item);
            List<String> names = FormLists.names(value);
            return kept(MentionValidator.check(names), item, "mention", names);
        }

        /** Warns of names that are no account of this Jenkins. It is no error, as an account may be made later. */
        @POST
        public FormValidation doCheckPeople(@AncestorInPath Item item, @QueryParameter String value) {
            return RuleFormChecks.checkPeople(item, FormLists.names(value));
        }

        @POST
        public ListBoxModel doFillMinimumSeverityItems(@QueryParameter String minimumSeverity) {
            return StoredChoices.items(
                    RuleFormChecks.severitiesFrom(Messages.RuleConfig_everySeverity()), minimumSeverity);
        }

        @POST
        public ListBoxModel doFillMentionFromItems(@QueryParameter String mentionFrom) {
            return StoredChoices.items(RuleFormChecks.severitiesFrom(Messages.RuleConfig_everySeverity()), mentionFrom);
        }

        @POST
        public ListBoxModel doFillButtonsItems(@QueryParameter String buttons) {
            ListBoxModel choices = new ListBoxModel();
            choices.add(Messages.RuleConfig_buttonsOfDestination(), "");
            choices.add(Messages.DestinationConfig_allButtons(), MessageButtons.ALL.id());
            choices.add(Messages.DestinationConfig_linkButtons(), MessageButtons.LINKS.id());
            choices.add(Messages.DestinationConfig_noButtons(), MessageButtons.NONE.id());
            return StoredChoices.items(choices, buttons);
        }

        @POST
        public ListBoxModel doFillLanguageItems(@QueryParameter String language) {
            return StoredChoices.items(
                    MessageLanguageChoices.with(Messages.RuleConfig_languageOfDestination()), language);
        }

        @POST
        public ListBoxModel doFillSeverityItems(@QueryParameter String severity) {
            return StoredChoices.items(RuleFormChecks.severities(Messages.RuleConfig_asItIs()), severity);
        }
    }
}
