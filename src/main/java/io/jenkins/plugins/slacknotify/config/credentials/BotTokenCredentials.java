package io.jenkins.plugins.slacknotify.config.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.ModelObject;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.WrongTokenException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Looks up and checks the credentials of the kind "Secret text" that hold bot tokens. */
public final class BotTokenCredentials {
    private static final List<DomainRequirement> ANY_DOMAIN = List.of();

    private BotTokenCredentials() {}

    /**
     * The choices for the whole system: credentials of every scope, {@code SYSTEM} included. Only administrators see them. Whoever may
     * read the configuration of the system gets the chosen one, which it shows; everybody else gets nothing.
     *
     * @param current the chosen one; null for none
     */
    public static ListBoxModel choicesForAdministrators(@CheckForNull String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return Jenkins.get().hasPermission(Jenkins.SYSTEM_READ)
                    ? choices.includeCurrentValue(Util.fixNull(current))
                    : choices;
        }
        choices.includeEmptyValue();
        return withMatching(choices, Jenkins.get(), current);
    }

    /** Adds the credentials of a place; says so where they cannot be listed now, and keeps the chosen one. */
    private static ListBoxModel withMatching(
            StandardListBoxModel choices, @CheckForNull ModelObject place, @CheckForNull String current) {
        try {
            choices.addAll(PageLookup.shared().call(() -> matching(place)));
        } catch (CredentialsUnavailableException e) {
            choices.add(Messages.BotTokenCredentials_unavailable(), Util.fixNull(current));
        }
        return choices.includeCurrentValue(Util.fixNull(current));
    }

    private static ListBoxModel matching(@CheckForNull ModelObject place) {
        StandardListBoxModel found = new StandardListBoxModel();
        return place instanceof Jenkins jenkins
                ? found.includeMatchingAs(
                        ACL.SYSTEM2, jenkins, StringCredentials.class, ANY_DOMAIN, CredentialsMatchers.always())
                : found.includeMatchingAs(
                        ACL.SYSTEM2, (Item) place, StringCredentials.class, ANY_DOMAIN, CredentialsMatchers.always());
    }

    /**
     * The choices for a job or folder; where none is chosen, the token of the system holds. Without the permission to see credentials,
     * only the current value is offered, so that saving the form keeps it.
     *
     * @param item the job; null where a form is shown outside any
     */
    public static ListBoxModel choicesFor(@CheckForNull Item item, @CheckForNull String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        boolean mayChoose = item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
        if (!mayChoose) {
            return choices.includeCurrentValue(Util.fixNull(current));
        }
        choices.add(Messages.BotTokenCredentials_ofSystem(), "");
        return withMatching(choices, item, current);
    }

    /** Finds a credential among those that the whole system may use. */
    public static Optional<StringCredentials> findForSystem(String id) {
        return Optional.ofNullable(CredentialsProvider.findCredentialByIdInItemGroup(
                id, StringCredentials.class, Jenkins.get(), ACL.SYSTEM2, ANY_DOMAIN));
    }

    /**
     * A credential, and what it holds, which some providers fetch when it is asked for.
     *
     * @param secret never shown
     */
    public record Found(StringCredentials credential, String secret) {
        private static Found of(StringCredentials credential) {
            return new Found(credential, credential.getSecret().getPlainText());
        }

        @Override
        public String toString() {
            return "Found[" + credential.getId() + "]";
        }
    }

    /**
     * Finds a credential as {@link #findForSystem}, for a page, on the terms of {@link PageLookup}.
     *
     * @throws CredentialsUnavailableException where it cannot be looked up now
     */
    public static Optional<Found> findForPage(String id) {
        return PageLookup.shared().call(() -> findForSystem(id).map(Found::of));
    }

    /** Runs a check of a form that looks up credentials for a page, and says where it cannot. */
    public static FormValidation checkWithLookup(Supplier<FormValidation> check) {
        try {
            return check.get();
        } catch (CredentialsUnavailableException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Checks the credential that is chosen for a job or folder. The caller has checked that the user may configure it. */
    public static FormValidation checkFor(Item item, @CheckForNull String id) {
        String given = Util.fixEmptyAndTrim(id);
        if (given == null) {
            return FormValidation.ok();
        }
        return checkWithLookup(() -> PageLookup.shared()
                .call(() -> Optional.ofNullable(CredentialsProvider.findCredentialByIdInItem(
                                given, StringCredentials.class, item, ACL.SYSTEM2, ANY_DOMAIN))
                        .map(Found::of))
                .map(found -> FieldValidation.toFormValidation(validationErrorOf(found.secret())))
                .orElseGet(() -> FormValidation.error(goneForJob(given, item.getFullName()))));
    }

    /**
     * Checks a credential that builds of any job use. One of the scope "System" is Jenkins' own, so no build finds it. The caller has
     * checked that the user is an administrator.
     */
    public static FormValidation checkForEveryJob(@CheckForNull String id) {
        String given = Util.fixEmptyAndTrim(id);
        if (given == null) {
            return FormValidation.ok();
        }
        return checkWithLookup(() -> findForPage(given)
                .map(found -> found.credential().getScope() == CredentialsScope.SYSTEM
                        ? FormValidation.error(Messages.BotTokenCredentials_systemScope(given))
                        : FieldValidation.toFormValidation(validationErrorOf(found.secret())))
                .orElseGet(() -> FormValidation.error(gone(given))));
    }

    /** Checks the credential that is chosen for the whole system. The caller has checked that the user is an administrator. */
    public static FormValidation check(@CheckForNull String id) {
        ControllerEnvironment environment = ControllerEnvironment.get();
        if (Util.fixEmptyAndTrim(id) == null) {
            return checkNone(environment);
        }
        boolean overrides = environment.credentialsId().stream().anyMatch(other -> !other.equals(id));
        return checkWithLookup(() -> findForPage(id)
                .map(found -> validationErrorOf(found.secret())
                        .map(FormValidation::error)
                        .orElseGet(() -> overrides
                                ? FormValidation.warning(Messages.BotTokenCredentials_notEnvironment(environment
                                        .read(EnvironmentVariable.BOT_TOKEN)
                                        .source()))
                                : FormValidation.ok()))
                .orElseGet(() -> FormValidation.error(gone(id))));
    }

    private static FormValidation checkNone(ControllerEnvironment environment) {
        EnvironmentValue token = environment.read(EnvironmentVariable.BOT_TOKEN);
        if (!token.isSet()) {
            return FormValidation.warning(Messages.BotTokenCredentials_none());
        }
        return token.usable()
                .flatMap(BotTokenCredentials::validationErrorOf)
                .map(error -> FormValidation.error(FieldValidation.about(token.source(), error)))
                .orElseGet(() -> checkEnvironment(token));
    }

    /** The message at an empty field for which the environment has a value, whose form is as it should be. */
    public static FormValidation checkEnvironment(EnvironmentValue value) {
        if (value.value() == null) {
            return FormValidation.error(value.problem());
        }
        return value.problem() == null
                ? FormValidation.ok(Messages.BotTokenCredentials_environment(value.source()))
                : FormValidation.warning(value.problem());
    }

    /** The message for a credential that the whole system cannot find. */
    public static String gone(String id) {
        return EnvironmentVariable.ofCredential(id)
                .map(variable -> goneFromEnvironment(id, variable))
                .orElseGet(() -> SystemCredentialStore.isMadeHere(id)
                        ? Messages.BotTokenCredentials_goneThatWasMade(id)
                        : Messages.BotTokenCredentials_gone(id));
    }

    private static String goneFromEnvironment(String id, EnvironmentVariable variable) {
        String problem = ControllerEnvironment.get().read(variable).problem();
        return problem == null
                ? Messages.BotTokenCredentials_notSet(id, variable.variableName(), variable.fileVariableName())
                : problem;
    }

    /** The message for a credential that a job or folder cannot find. */
    public static String goneForJob(String id, String job) {
        return Messages.BotTokenCredentials_goneForJob(id, job);
    }

    /** Explains why a text is no bot token; empty where the text is a bot token. The explanation contains nothing of the text. */
    static Optional<String> validationErrorOf(String token) {
        try {
            BotToken.of(token);
            return Optional.empty();
        } catch (WrongTokenException e) {
            return Optional.of(e.getMessage());
        }
    }
}
