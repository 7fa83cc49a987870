package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.User;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.connection.SlackProblem;
import io.jenkins.plugins.slacknotify.config.credentials.CredentialsUnavailableException;
import io.jenkins.plugins.slacknotify.people.account.VerificationCodes;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WrongTokenException;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * Verifies who a user is in Slack: it sends a test message with a code, and takes the code back. The buttons of a user's page call it.
 *
 * <p>It checks no permission; the caller does. Safe for use by many threads; blocks during calls to Slack.
 */
@Extension
public class IdentityVerifier {
    private static final Logger LOGGER = Logger.getLogger(IdentityVerifier.class.getName());

    private final VerificationCodes claims = new VerificationCodes(Clock.systemUTC());

    static IdentityVerifier get() {
        return ExtensionList.lookupSingleton(IdentityVerifier.class);
    }

    /**
     * Sends a test message, with a code where the recipient is not proven to be the user.
     *
     * @param typed the member id or address of the recipient; blank for the address that Jenkins has
     */
    FormValidation sendTest(User user, @CheckForNull String typed) {
        SlackIdentity identity = SlackIdentity.of(user);
        String name = Optional.ofNullable(Util.fixEmptyAndTrim(typed)).orElse(identity.address());
        if (name == null) {
            return FormValidation.error(Messages.IdentityVerifier_nobody());
        }
        VerificationMessage message = new VerificationMessage(
                user.getId(),
                name,
                identity.needsNoProof(name),
                PersonalPreferences.of(user),
                String.valueOf(Jenkins.get().getRootUrl()));
        try (DirectMessenger messenger = SlackDirectMessenger.open().orElse(null)) {
            return messenger == null
                    ? FormValidation.error(Messages.IdentityVerifier_noToken())
                    : message.send(claims, messenger, IdentityVerifier::describe);
        } catch (WrongTokenException e) {
            return FormValidation.error(Messages.IdentityVerifier_noToken());
        } catch (CredentialsUnavailableException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static String describe(SlackResult<?> failed) {
        if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return SlackProblem.describe(failed);
        }
        LOGGER.log(Level.WARNING, () -> "A user's test message was not sent: " + SlackProblem.describe(failed));
        return SlackProblem.describeForEverybody(failed);
    }

    /**
     * Compares a code with the one that was sent, and stores the identity as proven if they are equal.
     *
     * @param typed the member id or address to which the code was sent
     */
    FormValidation confirm(User user, @CheckForNull String typed, @CheckForNull String code) {
        if (SlackLinks.isOpenedByHeader()) {
            return FormValidation.error(Messages.IdentityVerifier_token());
        }
        String name = Util.fixEmptyAndTrim(typed);
        String given = Util.fixEmptyAndTrim(code);
        if (name == null || given == null) {
            return FormValidation.error(Messages.IdentityVerifier_noCode());
        }
        try {
            return answer(claims.confirm(user.getId(), name, given, () -> prove(user, name)), name);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The identity of " + user.getId() + " in Slack could not be saved");
            return FormValidation.error(Messages.IdentityVerifier_notSaved());
        }
    }

    private static FormValidation answer(VerificationCodes.VerificationResult result, String name) {
        return switch (result) {
            case PROVEN -> FormValidation.ok(Messages.IdentityVerifier_proven(name));
            case WRONG -> FormValidation.error(Messages.IdentityVerifier_wrong());
            case EXPIRED ->
                FormValidation.error(Messages.IdentityVerifier_expired(VerificationCodes.VALIDITY.toMinutes()));
            case TOO_MANY_TRIES -> FormValidation.error(Messages.IdentityVerifier_tooManyTries());
        };
    }

    private static void prove(User user, String name) throws IOException {
        SlackUserProperty.of(user).prove(name, MailAddresses.of(user));
        if (!name.contains("@")) {
            linkMember(user, name);
        }
    }

    /**
     * Links the account with the member to whom the code was sent, so that Jenkins acts at the member's word. A member with the
     * address of an account would be another one as soon as somebody else gets the address, so an address makes no link.
     */
    private static void linkMember(User user, String member) throws IOException {
        try (DirectMessenger messenger = SlackDirectMessenger.open().orElse(null)) {
            if (messenger == null) {
                return;
            }
            BotIdentity bot = messenger.identify().success().orElse(null);
            SlackUser found =
                    messenger.find(member).success().flatMap(each -> each).orElse(null);
            if (bot != null && found != null) {
                SlackLinks.get().link(user, bot.teamId(), found.id(), found.name(), bot.workspace());
            }
        } catch (WrongTokenException | CredentialsUnavailableException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The identity is proven, but Jenkins takes no requests from it: {0}",
                    e.getMessage());
        }
    }
}
