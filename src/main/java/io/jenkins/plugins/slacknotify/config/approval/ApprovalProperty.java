package io.jenkins.plugins.slacknotify.config.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.JobProperty;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormBinding;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.form.OptionNames;
import io.jenkins.plugins.slacknotify.config.form.RealmNames;
import io.jenkins.plugins.slacknotify.config.form.WholeNumber;
import io.jenkins.plugins.slacknotify.config.form.XmlDefaults;
import io.jenkins.plugins.slacknotify.config.rules.RuleFormChecks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import jenkins.model.OptionalJobProperty;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * Job property with what a job asks of answers to its {@code input} steps from Slack, and when it reminds of them. In the
 * {@code options} of a declarative pipeline: {@code slackNotifyApproval(notByStarter: true, people: 2)}.
 *
 * <p>It holds for answers from Slack. Jenkins' own page asks the step alone.
 */
public class ApprovalProperty extends OptionalJobProperty<Job<?, ?>> {
    private static final int MAX_PEOPLE = 5;
    private static final int MAX_GROUPS = 5;
    private static final int MAX_HOURS = 24 * 365;
    private static final int MAX_MINUTES = 60 * 24 * 30;

    private static final WholeNumber PEOPLE = number("people", 1, MAX_PEOPLE);
    private static final WholeNumber SIGN_IN_HOURS = number("signInHours", 0, MAX_HOURS);
    private static final WholeNumber REMIND_AFTER = number("remindAfterMinutes", 0, MAX_MINUTES);
    private static final WholeNumber REMIND_EVERY = number("remindEveryMinutes", 0, MAX_MINUTES);

    private static final List<String> OPTIONS =
            List.of("notByStarter", "people", "groups", "signInHours", "remindAfterMinutes", "remindEveryMinutes");

    private boolean notByStarter;
    private int people = 1;
    private String groups = "";
    private int signInHours;
    private int remindAfterMinutes;
    private int remindEveryMinutes;

    @DataBoundConstructor
    public ApprovalProperty() {
        // Everything has a setter.
    }

    /** Returns the requirements of a job for approvals; empty where it has none. */
    public static Optional<ApprovalProperty> of(Job<?, ?> job) {
        return Optional.ofNullable(job.getProperty(ApprovalProperty.class));
    }

    private Object readResolve() {
        groups = groups == null ? "" : groups;
        // Somebody else may have written this file. What is wrong in it counts as the strictest value that can be met.
        people = XmlDefaults.checked("people", people, read -> checked(PEOPLE, read), people < 1 ? 1 : MAX_PEOPLE);
        signInHours = XmlDefaults.checked(
                "signInHours", signInHours, read -> checked(SIGN_IN_HOURS, read), signInHours < 0 ? 1 : MAX_HOURS);
        remindAfterMinutes =
                XmlDefaults.checked("remindAfterMinutes", remindAfterMinutes, read -> checked(REMIND_AFTER, read), 0);
        remindEveryMinutes =
                XmlDefaults.checked("remindEveryMinutes", remindEveryMinutes, read -> checked(REMIND_EVERY, read), 0);
        return this;
    }

    /** Whether who has started the build may not approve it. */
    public boolean isNotByStarter() {
        return notByStarter;
    }

    @DataBoundSetter
    public void setNotByStarter(boolean notByStarter) {
        this.notByStarter = notByStarter;
    }

    /** How many people have to approve, at least one. */
    public int getPeople() {
        return people;
    }

    /** @throws IllegalArgumentException for less than one, or too many */
    @DataBoundSetter
    public void setPeople(int people) {
        this.people = checked(PEOPLE, people);
    }

    /** The groups as they were written, separated by commas. A name that has a comma itself stands in quotes. */
    public String getGroups() {
        return groups;
    }

    /** @throws IllegalArgumentException for too many, as nobody is left out of those who have to approve */
    @DataBoundSetter
    public void setGroups(@CheckForNull String groups) {
        FieldValidation.throwIfInvalid(groupsError(groups).map(error -> FieldValidation.about("groups", error)));
        this.groups = groups == null ? "" : groups.strip();
    }

    private static Optional<String> groupsError(@CheckForNull String groups) {
        return listed(groups).size() > MAX_GROUPS
                ? Optional.of(Messages.ApprovalProperty_groups(MAX_GROUPS))
                : Optional.empty();
    }

    /**
     * The groups of each of which another person has to approve; none where that does not matter. These are all that are stored, even
     * where somebody else than a form has written more of them than a form takes.
     */
    public List<String> groupList() {
        return listed(groups);
    }

    private static List<String> listed(@CheckForNull String groups) {
        return FormLists.betweenCommas(groups).stream().distinct().toList();
    }

    /** How many hours ago the account may have signed in to Jenkins last; 0 for any time. */
    public Integer getSignInHours() {
        return signInHours;
    }

    /** @throws IllegalArgumentException for null, a negative number, or one above a year */
    @DataBoundSetter
    public void setSignInHours(@CheckForNull Integer signInHours) {
        this.signInHours = checked(SIGN_IN_HOURS, signInHours);
    }

    /** After how many minutes those who may answer are reminded of a question; 0 for never. */
    public Integer getRemindAfterMinutes() {
        return remindAfterMinutes;
    }

    /** @throws IllegalArgumentException for null, a negative number, or one above a month */
    @DataBoundSetter
    public void setRemindAfterMinutes(@CheckForNull Integer remindAfterMinutes) {
        this.remindAfterMinutes = checked(REMIND_AFTER, remindAfterMinutes);
    }

    /** How many minutes lie between two reminders; 0 for one reminder alone. */
    public Integer getRemindEveryMinutes() {
        return remindEveryMinutes;
    }

    /** @throws IllegalArgumentException for null, a negative number, or one above a month */
    @DataBoundSetter
    public void setRemindEveryMinutes(@CheckForNull Integer remindEveryMinutes) {
        this.remindEveryMinutes = checked(REMIND_EVERY, remindEveryMinutes);
    }

    /**
     * Returns how many reminders are due of a question.
     *
     * @param waiting how long it has waited
     */
    public int remindersDue(Duration waiting) {
        long minutes = waiting.toMinutes();
        if (remindAfterMinutes == 0 || minutes < remindAfterMinutes) {
            return 0;
        }
        return remindEveryMinutes == 0
                ? 1
                : (int) Math.min(Integer.MAX_VALUE, 1 + (minutes - remindAfterMinutes) / remindEveryMinutes);
    }

    /**
     * Checks that a number is within its limits, and returns it.
     *
     * @param value null where Stapler or Configuration as Code got something else than a number: for an {@code int}, they would have made
     *     it zero, which means "not asked"
     */
    private static int checked(WholeNumber number, @CheckForNull Integer value) {
        return named(number, () -> number.checked(value));
    }

    /** Has the error of a reading name the option. */
    private static int named(WholeNumber number, IntSupplier reading) {
        try {
            return reading.getAsInt();
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(FieldValidation.about(number.option(), invalid.getMessage()));
        }
    }

    private static WholeNumber number(String option, int least, int most) {
        return new WholeNumber(option, least, most, () -> Messages.ApprovalProperty_number(least, most));
    }

    /**
     * Checks the numbers that a script has written, before Groovy makes an {@code int} of each: zero of 0.5, which means "not asked".
     *
     * @throws IllegalArgumentException where one is no whole number within its limits
     */
    static void requireWholeNumbers(Map<String, Object> arguments) {
        Stream.of(PEOPLE, SIGN_IN_HOURS, REMIND_AFTER, REMIND_EVERY)
                .filter(number -> arguments.get(number.option()) != null)
                .forEach(number -> named(number, () -> number.parseQuoted(arguments.get(number.option()))));
    }

    /** Registers the property for pipelines. */
    @Extension
    @Symbol("slackNotifyApproval")
    public static class DescriptorImpl extends OptionalJobPropertyDescriptor implements CustomDescribableModel {
        /**
         * @throws IllegalArgumentException where there is no option of a name, as less would be asked of approvals than the job says;
         *     and where a number is none, or too large or too small
         */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            OptionNames.require("slackNotifyApproval", OPTIONS, arguments.keySet());
            requireWholeNumbers(arguments);
            return arguments;
        }

        /** Builds of other jobs than pipelines ask no question. */
        @Override
        public boolean isApplicable(Class<? extends Job> jobType) {
            return !AbstractProject.class.isAssignableFrom(jobType);
        }

        @Override
        public String getDisplayName() {
            return Messages.ApprovalProperty_displayName();
        }

        @Override
        public JobProperty<?> newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            FormLists.removeBlank(form, "signInHours", "remindAfterMinutes", "remindEveryMinutes");
            FormLists.numbersAsText(form, "people", "signInHours", "remindAfterMinutes", "remindEveryMinutes");
            return FormBinding.bind("slackNotifyApproval", () -> super.newInstance(request, form));
        }

        @POST
        public FormValidation doCheckPeople(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, value, PEOPLE);
        }

        @POST
        public FormValidation doCheckGroups(@AncestorInPath Item item, @QueryParameter String value) {
            RuleFormChecks.require(item);
            return groupsError(value).map(FormValidation::error).orElseGet(() -> RealmNames.checkGroups(listed(value)));
        }

        @POST
        public FormValidation doCheckSignInHours(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, value, SIGN_IN_HOURS);
        }

        @POST
        public FormValidation doCheckRemindAfterMinutes(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, value, REMIND_AFTER);
        }

        @POST
        public FormValidation doCheckRemindEveryMinutes(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, value, REMIND_EVERY);
        }

        private static FormValidation check(@CheckForNull Item item, String value, WholeNumber number) {
            RuleFormChecks.require(item);
            return number.check(value);
        }
    }
}
