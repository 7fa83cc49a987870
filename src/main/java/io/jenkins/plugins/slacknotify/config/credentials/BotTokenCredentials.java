package io.jenkins.plugins.slacknotify.config.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.Messages;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.slack.BotToken;
import io.jenkins.plugins.slacknotify.slack.WrongTokenException;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** The credentials of kind "Secret text", in which bot tokens are kept. */
public final class BotTokenCredentials {
    private static final List<DomainRequirement> ANY_DOMAIN = List.of();

    private BotTokenCredentials() {}

    /** What an administrator may choose for the whole system: every scope, {@code SYSTEM} included. */
    public static ListBoxModel choicesForAdministrators(@CheckForNull String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return choices.includeCurrentValue(Util.fixNull(current));
        }
        return choices.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2, Jenkins.get(), StringCredentials.class, ANY_DOMAIN, CredentialsMatchers.always())
                .includeCurrentValue(Util.fixNull(current));
    }

    /**
     * What the author of a job may choose for it. Without the permission to see, only the current value is offered, so that
     * saving the form keeps it.
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
        return choices.includeEmptyValue()
                .includeMatchingAs(ACL.SYSTEM2, item, StringCredentials.class, ANY_DOMAIN, CredentialsMatchers.always())
                .includeCurrentValue(Util.fixNull(current));
    }

    /** The credential of an id among those that the whole system may use. */
    public static Optional<StringCredentials> findForSystem(String id) {
        return Optional.ofNullable(CredentialsProvider.findCredentialByIdInItemGroup(
                id, StringCredentials.class, Jenkins.get(), ACL.SYSTEM2, ANY_DOMAIN));
    }

    /** What whoever may configure a job or folder should know of the credential that is chosen for it. */
    public static FormValidation checkFor(Item item, @CheckForNull String id) {
        String given = Util.fixEmptyAndTrim(id);
        if (given == null) {
            return FormValidation.ok();
        }
        StringCredentials found = CredentialsProvider.findCredentialByIdInItem(
                given, StringCredentials.class, item, ACL.SYSTEM2, ANY_DOMAIN);
        return found == null
                ? FormValidation.error(Messages.CredentialsTokenSource_gone(given, item.getFullName()))
                : FieldValidation.toFormValidation(
                        validationErrorOf(found.getSecret().getPlainText()));
    }

    /** What an administrator should know of the chosen credential. */
    public static FormValidation check(@CheckForNull String id) {
        ControllerEnvironment environment = ControllerEnvironment.get();
        if (Util.fixEmptyAndTrim(id) == null) {
            return checkNone(environment);
        }
        boolean overrides = environment.credentialsId().stream().anyMatch(other -> !other.equals(id));
        return findForSystem(id)
                .map(found -> validationErrorOf(found.getSecret().getPlainText())
                        .map(FormValidation::error)
                        .orElseGet(() -> overrides
                                ? FormValidation.ok(Messages.BotTokenCredentials_notEnvironment())
                                : FormValidation.ok()))
                .orElseGet(() -> FormValidation.error(Messages.BotTokenCredentials_gone(id)));
    }

    private static FormValidation checkNone(ControllerEnvironment environment) {
        if (environment.credentialsId().isEmpty()) {
            return FormValidation.warning(Messages.BotTokenCredentials_none());
        }
        return environment
                .tokenError()
                .map(objection ->
                        FormValidation.error(Messages.Checks_about(ControllerEnvironment.BOT_TOKEN, objection)))
                .orElseGet(() -> FormValidation.ok(Messages.BotTokenCredentials_environment()));
    }

    /** Why this is no bot token; says nothing of the token itself. */
    static Optional<String> validationErrorOf(String token) {
        try {
            BotToken.of(token);
            return Optional.empty();
        } catch (WrongTokenException e) {
            return Optional.of(e.getMessage());
        }
    }
}
