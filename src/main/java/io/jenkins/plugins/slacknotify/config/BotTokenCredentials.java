package io.jenkins.plugins.slacknotify.config;

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
import hudson.util.Secret;
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
    static ListBoxModel choicesForAdministrators(@CheckForNull String current) {
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

    /** What an administrator should know of the chosen credential. */
    static FormValidation check(@CheckForNull String id) {
        ControllerEnvironment environment = ControllerEnvironment.get();
        if (Util.fixEmptyAndTrim(id) == null) {
            return environment
                    .token()
                    .map(token -> check(token, Messages.BotTokenCredentials_environment()))
                    .orElseGet(() -> FormValidation.warning(Messages.BotTokenCredentials_none()));
        }
        boolean overrides = environment.credentialsId().stream().anyMatch(other -> !other.equals(id));
        return findForSystem(id)
                .map(found ->
                        check(found.getSecret(), overrides ? Messages.BotTokenCredentials_notEnvironment() : null))
                .orElseGet(() -> FormValidation.error(Messages.BotTokenCredentials_gone(id)));
    }

    private static FormValidation check(Secret token, @CheckForNull String approval) {
        try {
            BotToken.of(token.getPlainText());
            return approval == null ? FormValidation.ok() : FormValidation.ok(approval);
        } catch (WrongTokenException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
