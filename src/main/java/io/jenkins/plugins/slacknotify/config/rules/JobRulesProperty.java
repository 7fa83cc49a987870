package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Descriptor.FormException;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.JobProperty;
import io.jenkins.plugins.slacknotify.config.form.FormBinding;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.OptionNames;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jenkins.model.OptionalJobProperty;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Job property with the rules of one job. They are evaluated before those of its folders and of the system. In the {@code options} of a
 * declarative pipeline: {@code slackNotifyRules([[events: ['failure'], to: ['ops']]])}.
 */
public class JobRulesProperty extends OptionalJobProperty<Job<?, ?>> {
    private final List<RuleConfig> rules;

    /** @throws IllegalArgumentException where one of them is invalid */
    @DataBoundConstructor
    public JobRulesProperty(@CheckForNull List<RuleConfig> rules) {
        this.rules = rules == null
                ? new ArrayList<>()
                : rules.stream().filter(Objects::nonNull).collect(Collectors.toCollection(ArrayList::new));
        RoutingValidator.requireValid("rules", this.rules);
    }

    private JobRulesProperty(JSONObject form, Function<JSONObject, RuleConfig> bind, List<RuleConfig> before) {
        this.rules = RoutingForm.bind(form, "rules", bind, before);
    }

    /** {@inheritDoc} What is stored here and sent back as it is does not keep anybody from saving the page of the job. */
    @CheckForNull
    @Override
    public JobProperty<?> reconfigure(StaplerRequest2 request, @CheckForNull JSONObject form) throws FormException {
        return form == null ? null : bind(request, form, rules);
    }

    /** @return null where the form says that there are no rules */
    @CheckForNull
    private static JobRulesProperty bind(StaplerRequest2 request, JSONObject form, List<RuleConfig> before)
            throws FormException {
        RoutingForm.complete(form);
        return form.optBoolean("specified")
                ? FormBinding.bind(
                        "slackNotifyRules",
                        () -> new JobRulesProperty(form, one -> request.bindJSON(RuleConfig.class, one), before))
                : null;
    }

    private Object readResolve() {
        return XmlDefaults.complete(this, new JobRulesProperty(null));
    }

    @Override
    protected void setOwner(Job<?, ?> owner) {
        super.setOwner(owner);
        ListElement.warnOfInvalid("the job " + owner.getFullName(), rules);
    }

    /** The rules, in the order in which they are evaluated. */
    public List<RuleConfig> getRules() {
        return List.copyOf(rules);
    }

    /** Registers the property for every kind of job. */
    @Extension
    @Symbol("slackNotifyRules")
    public static class DescriptorImpl extends OptionalJobPropertyDescriptor implements CustomDescribableModel {
        private static final String RULES = "rules";

        /**
         * {@inheritDoc} A script may write a single rule without a list around it, whose options Jenkins would take for unknown ones of
         * the property, and leave out.
         *
         * @throws IllegalArgumentException where there is no option of a name
         */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            for (String name : List.of(RULES, UninstantiatedDescribable.ANONYMOUS_KEY)) {
                if (arguments.containsKey(name)) {
                    OptionNames.require("slackNotifyRules", List.of(name), arguments.keySet());
                    return Map.of(RULES, listed(arguments.get(name)));
                }
            }
            return arguments.isEmpty() ? arguments : Map.of(RULES, List.of(arguments));
        }

        private static Object listed(@CheckForNull Object rules) {
            if (rules == null) {
                return List.of();
            }
            return rules instanceof Map<?, ?> || rules instanceof UninstantiatedDescribable ? List.of(rules) : rules;
        }

        @Override
        public String getDisplayName() {
            return Messages.JobRulesProperty_displayName();
        }

        @Override
        public JobProperty<?> newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            return bind(request, form, List.of());
        }
    }

    /** Provides the rules to the routing of builds. A job has several properties where its pipeline and somebody else have set one each. */
    @Extension
    public static class ScopeProvider implements RuleScopeProvider {
        @Override
        public Optional<RuleScopeConfig> scopeOf(Item item) {
            List<RuleConfig> rules = item instanceof Job<?, ?> job ? rules(job) : List.of();
            return rules.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RuleScopeConfig(RuleScope.JOB, item.getFullName(), List.of(), List.of(), rules));
        }

        private static List<RuleConfig> rules(Job<?, ?> job) {
            return job.getAllProperties().stream()
                    .filter(JobRulesProperty.class::isInstance)
                    .map(JobRulesProperty.class::cast)
                    .flatMap(property -> property.rules.stream())
                    .toList();
        }
    }
}
