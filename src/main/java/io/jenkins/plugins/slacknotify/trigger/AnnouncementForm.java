package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.security.AccessControlled;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.RuleScopes;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.WholeNumber;
import io.jenkins.plugins.slacknotify.config.rules.MentionValidator;
import io.jenkins.plugins.slacknotify.config.rules.RuleFormChecks;
import io.jenkins.plugins.slacknotify.engine.notification.EmojiName;
import io.jenkins.plugins.slacknotify.message.blocks.AuthorBlocks;
import io.jenkins.plugins.slacknotify.trigger.option.AddresseeOption;
import io.jenkins.plugins.slacknotify.trigger.option.NameList;
import java.util.Optional;
import java.util.function.Function;
import jenkins.model.Jenkins;

/** The choices and checks that the forms of the step, the build step and the post-build action share. */
final class AnnouncementForm {
    private static final WholeNumber TIMEOUT =
            new WholeNumber("timeout", 1, Integer.MAX_VALUE, Messages::AnnouncementForm_timeout);

    private AnnouncementForm() {}

    static ListBoxModel credentials(@CheckForNull Item item, @CheckForNull String current) {
        return BotTokenCredentials.choicesFor(item, current);
    }

    /** Checks the names in the field of addressees. Reveals accounts and destinations only to those who may configure the job. */
    static FormValidation checkTo(@CheckForNull Item item, String value) {
        if (!mayConfigure(item)) {
            return FormValidation.ok();
        }
        return FieldValidation.toFormValidation(AddresseeOption.parse(
                        NameList.parse(value),
                        RuleScopes.of(item).names(RuleScopes::mayRead),
                        AddresseeOption::isAccount)
                .validationError());
    }

    /** Checks the names in the field of people to mention. Reveals accounts only to those who may configure the job. */
    static FormValidation checkMention(@CheckForNull Item item, String value) {
        return mayConfigure(item) ? MentionValidator.check(NameList.parse(value)) : FormValidation.ok();
    }

    /** Checks the names in the field of channels. */
    static FormValidation checkChannel(@CheckForNull Item item, String value) {
        return checkText(item, value, text -> Announcer.impossibleChannels(NameList.parse(text)));
    }

    /** Checks the names in the field of emoji. */
    static FormValidation checkReaction(@CheckForNull Item item, String value) {
        return checkText(item, value, text -> EmojiName.validationError(NameList.parse(text)));
    }

    /** Checks the field of blocks. */
    static FormValidation checkBlocks(@CheckForNull Item item, String value) {
        return checkText(item, value, AnnouncementForm::problemOfBlocks);
    }

    /** Checks the field of the time-out. The step takes another number for the default, and so the form would drop it without a word. */
    static FormValidation checkTimeout(@CheckForNull Item item, String value) {
        return value == null || value.isBlank() || !mayConfigure(item) ? FormValidation.ok() : TIMEOUT.check(value);
    }

    private static Optional<String> problemOfBlocks(String json) {
        try {
            AuthorBlocks.parse(json, AuthorBlocks.MAX_BLOCKS);
            return Optional.empty();
        } catch (IllegalArgumentException invalid) {
            return Optional.of(invalid.getMessage());
        }
    }

    /** Checks a text as the build will. What a variable stands for is known in the build alone, so a text with a {@code $} passes. */
    private static FormValidation checkText(
            @CheckForNull Item item, String value, Function<String, Optional<String>> check) {
        return value == null || value.isBlank() || value.contains("$") || !mayConfigure(item)
                ? FormValidation.ok()
                : FieldValidation.toFormValidation(check.apply(value));
    }

    private static boolean mayConfigure(@CheckForNull Item item) {
        AccessControlled context = item == null ? Jenkins.get() : item;
        return context.hasPermission(item == null ? Jenkins.ADMINISTER : Item.CONFIGURE);
    }

    static ListBoxModel severities() {
        return RuleFormChecks.severities(Messages.AnnouncementForm_asTheBuild());
    }
}
