package io.jenkins.plugins.slacknotify.acceptance.permissions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of the table of permissions.
 *
 * @param methods those of {@link WebMethods} that it is for; none for a page
 * @param path where one of them is, with {@code *} for the method's name as Jenkins has it in addresses
 * @param who the users that get an answer; everybody else is refused
 */
record Permit(Set<String> methods, String path, Set<String> who) {
    static final Set<String> ADMINISTRATORS = Set.of("admin");

    /** May configure the job. */
    static final Set<String> CONFIGURERS = Set.of("admin", "developer");

    /** These say nothing that is not the same for everybody, or only what the user in question may know. */
    static final Set<String> READERS = Set.of("admin", "developer", "reader");

    /** Whoever has an account; the page is about that account. */
    static final Set<String> SIGNED_IN = Set.of("admin", "developer", "reader", "manager");

    /** Even without an account; what these answer is in the plugin's source. */
    static final Set<String> EVERYBODY = Set.of("admin", "developer", "reader", "manager", "anonymous");

    private static final String JOB = "job/permitted/";
    private static final String FOLDER = "job/permitted-folder/";

    static final List<Permit> TABLE = List.of(
            page("manage/slack/deliveries/", ADMINISTRATORS),
            page("manage/slack/app/", ADMINISTRATORS),
            page("manage/slack/preview/", ADMINISTRATORS),
            page("manage/slack/accounts/", ADMINISTRATORS),
            page("manage/slack/", ADMINISTRATORS),
            page("manage/slack/connection/", ADMINISTRATORS),
            page("manage/slack/rules/", ADMINISTRATORS),
            page("manage/slack/direct-messages/", ADMINISTRATORS),
            page("manage/slack/requests/", ADMINISTRATORS),
            page("manage/slack-deliveries/", ADMINISTRATORS),
            page("manage/slack/destinations/", ADMINISTRATORS),
            page("manage/slack/rules/rule/new/", ADMINISTRATORS),
            methods(
                    "page.list.ElementList",
                    "manage/slack/rules/rule/*",
                    ADMINISTRATORS,
                    "doMove",
                    "doSwitch",
                    "doDelete"),
            methods("page.list.ElementPage", "manage/slack/rules/rule/new/*", ADMINISTRATORS, "doSave"),
            methods("page.FormTab", "manage/slack/connection/*", ADMINISTRATORS, "doSave"),
            page("slack-notify-link/", SIGNED_IN),
            page(JOB + "1/slack-notify-mute/", READERS),
            page(JOB + "slack-notify-mute/", READERS),
            methods("personal.MutePage", JOB + "slack-notify-mute/*", READERS, "doMute", "doUnmute"),
            methods("personal.MutePage", JOB + "1/slack-notify-mute/*", READERS, "doMute", "doUnmute"),
            methods("admin.AccountLinksPage", "manage/slack/accounts/*", ADMINISTRATORS, "doRevoke"),
            page("manage/slack/subscriptions/", ADMINISTRATORS),
            methods(
                    "control.subscription.SubscriptionsPage",
                    "manage/slack/subscriptions/*",
                    ADMINISTRATORS,
                    "doRemove",
                    "doUnmute"),
            methods("endpoint.LinkPage", "slack-notify-link/*", SIGNED_IN, "doConfirm"),
            page("manage/slack-import/", ADMINISTRATORS),
            page("slack-notify-install/", ADMINISTRATORS),
            methods("admin.installation.InstallPage", "slack-notify-install/*", ADMINISTRATORS, "doKeep", "doForget"),
            methods(
                    "admin.installation.SetupActions",
                    "slack-notify-install/setup/*",
                    ADMINISTRATORS,
                    "doMakeApp",
                    "doUpdateApp",
                    "doKeepClient",
                    "doKeepBotToken",
                    "doKeepAppToken",
                    "doSendFirst"),
            page(JOB + "slack-notify/", CONFIGURERS),
            page(FOLDER + "slack-notify/", CONFIGURERS),
            methods(
                    "admin.DeliveriesPage",
                    "manage/slack/deliveries/*",
                    ADMINISTRATORS,
                    "doSendAgain",
                    "doSendTo",
                    "doDiscard",
                    "doSendCopied",
                    "doDiscardCopied",
                    "doRetry"),
            methods(
                    "admin.SlackAppPage",
                    "manage/slack/app/*",
                    ADMINISTRATORS,
                    "doCheckScopes",
                    "doRecordManifest",
                    "doTestEndpoint",
                    "doReleaseCopied",
                    "doDiscardCopied"),
            methods("migration.SlackPluginImport", "manage/slack-import/*", ADMINISTRATORS, "doApply"),
            methods("preview.PreviewPage", "manage/slack/preview/*", ADMINISTRATORS, "doShow", "doApi"),
            methods("preview.FolderPage", FOLDER + "slack-notify/*", CONFIGURERS, "doShow", "doPreview"),
            methods("preview.JobPage", JOB + "slack-notify/*", CONFIGURERS, "doShow", "doPreview"),
            formOfSystem(
                    ADMINISTRATORS,
                    "doTestConnection",
                    "doCheckCredentialsId",
                    "doCheckTeamId",
                    "doCheckChannel",
                    "doCheckBotIcon",
                    "doCheckExpiryHours",
                    "doCheckApiUrl",
                    "doCheckEmoji",
                    "doFillLanguageItems",
                    "doFillThreadDetailsItems"),
            formOfSystem(EVERYBODY, "doFillCredentialsIdItems"),
            descriptor(
                    "config.inbound.InboundConfig", "", ADMINISTRATORS, "doCheckCommand", "doCheckRequestsPerMinute"),
            descriptor(
                    "config.inbound.SlackAppConfig",
                    "",
                    ADMINISTRATORS,
                    "doCheckName",
                    "doCheckAppId",
                    "doCheckWorkspace",
                    "doCheckAppTokenCredentialsId",
                    "doCheckSigningSecretCredentialsId",
                    "doCheckClientIdCredentialsId",
                    "doCheckClientSecretCredentialsId",
                    "doTestAppToken"),
            descriptor(
                    "config.inbound.SlackAppConfig",
                    "",
                    EVERYBODY,
                    "doFillAppTokenCredentialsIdItems",
                    "doFillSigningSecretCredentialsIdItems",
                    "doFillClientIdCredentialsIdItems",
                    "doFillClientSecretCredentialsIdItems"),
            descriptor(
                    "config.people.DirectMessagesConfig",
                    "",
                    ADMINISTRATORS,
                    "doCheckIgnored",
                    "doCheckWithoutAccount"),
            descriptor("config.inbound.InboundConfig", "", ADMINISTRATORS, "doCheckMaxSignInDays"),
            descriptor("config.people.AliasConfig", "", ADMINISTRATORS, "doCheckTo"),
            descriptor("config.people.PreferencesConfig", "", EVERYBODY, "doFillMinimumSeverityItems"),
            descriptor(
                    "config.rules.WorkspaceConfig",
                    "",
                    ADMINISTRATORS,
                    "doCheckName",
                    "doCheckCredentialsId",
                    "doCheckTeamId"),
            descriptor("config.rules.WorkspaceConfig", "", EVERYBODY, "doFillCredentialsIdItems"),
            descriptor("config.rules.DestinationConfig", "", ADMINISTRATORS, "doTest"),
            descriptor(
                    "config.rules.DestinationConfig",
                    JOB,
                    CONFIGURERS,
                    "doCheckName",
                    "doCheckChannel",
                    "doCheckWorkspace",
                    "doCheckCredentialsId",
                    "doCheckBotIcon"),
            descriptor(
                    "config.rules.DestinationConfig",
                    JOB,
                    READERS,
                    "doFillButtonsItems",
                    "doFillCredentialsIdItems",
                    "doFillLanguageItems",
                    "doFillMinimumSeverityItems",
                    "doFillThreadDetailsItems"),
            descriptor("config.rules.TemplateConfig", JOB, CONFIGURERS, "doCheckName"),
            descriptor("config.rules.WordingConfig", JOB, CONFIGURERS, "doCheckText"),
            descriptor(
                    "config.rules.RuleConfig",
                    JOB,
                    CONFIGURERS,
                    "doCheckJobs",
                    "doCheckBranches",
                    "doCheckMention",
                    "doCheckPeople"),
            descriptor(
                    "config.rules.RuleConfig",
                    JOB,
                    READERS,
                    "doFillMinimumSeverityItems",
                    "doFillMentionFromItems",
                    "doFillButtonsItems",
                    "doFillLanguageItems",
                    "doFillSeverityItems"),
            descriptor("config.rules.ChannelLimitConfig", "", ADMINISTRATORS, "doCheckJobs", "doCheckChannels"),
            descriptor(
                    "config.subscription.SubscriptionsConfig", "", ADMINISTRATORS, "doCheckChannels", "doCheckOwners"),
            descriptor(
                    "config.approval.ApprovalProperty",
                    JOB,
                    CONFIGURERS,
                    "doCheckPeople",
                    "doCheckGroups",
                    "doCheckSignInHours",
                    "doCheckRemindAfterMinutes",
                    "doCheckRemindEveryMinutes"),
            descriptor(
                    "trigger.SlackNotifyStep",
                    JOB,
                    READERS,
                    "doCheckChannel",
                    "doCheckBlocks",
                    "doCheckReaction",
                    "doCheckTimeout",
                    "doCheckMention",
                    "doCheckTo",
                    "doFillCredentialsIdItems",
                    "doFillSeverityItems"),
            new Permit(
                    Set.of(
                            "trigger.FreestyleAnnouncementDescriptor.doCheckChannel",
                            "trigger.FreestyleAnnouncementDescriptor.doCheckMention",
                            "trigger.FreestyleAnnouncementDescriptor.doCheckTo",
                            "trigger.FreestyleAnnouncementDescriptor.doFillCredentialsIdItems",
                            "trigger.FreestyleAnnouncementDescriptor.doFillSeverityItems"),
                    JOB + "descriptorByName/io.jenkins.plugins.slacknotify.trigger.SlackNotifyBuilder/*",
                    READERS),
            descriptor(
                    "personal.SlackUserProperty",
                    "user/admin/",
                    ADMINISTRATORS,
                    "doSendTest",
                    "doConfirm",
                    "doUnlink",
                    "doCheckPausedUntil",
                    "doCheckQuietJobs"),
            descriptor(
                    "personal.SlackUserProperty",
                    "user/admin/",
                    EVERYBODY,
                    "doFillLanguageItems",
                    "doFillPausedUntilItems"));

    /** The methods that a link may call, because they change nothing: such methods need no crumb, and take no other input than an id. */
    static final Map<String, String> LINKS =
            Map.of("admin.DeliveriesPage.doOpen", "manage/slack/deliveries/open?id=gone");

    /** As {@link #LINKS}, for all who see the build. */
    static final Map<String, String> LINKS_OF_READERS =
            Map.of("admin.BuildDeliveriesAction.doOpen", "job/permitted/1/slack-messages/open?id=gone");

    /**
     * The methods that are no page: work that Jenkins does by itself, the door for Slack, whose signatures other tests try, and addresses
     * that lead to a page of the table.
     */
    static final Set<String> ELSEWHERE = Set.of(
            "lifecycle.SettingsUpkeep.doRun",
            "lifecycle.RotationUpkeep.doRun",
            // A filter, which each request passes.
            "personal.ProxySignIns.doFilter",
            // The way to Slack and back, which AddToSlackTest tries.
            "admin.installation.InstallPage.doBegin",
            "admin.installation.InstallPage.doCallback",
            "endpoint.SlackEndpoint.doIndex",
            "page.SlackPage.doIndex",
            "page.FormerPage.doIndex");

    /** The same few words for everybody; Jenkins' own form asks for them by a link. */
    static final Set<String> HARMLESS = Set.of("personal.SlackUserProperty.doFillPausedUntilItems");

    private static Permit page(String path, Set<String> who) {
        return new Permit(Set.of(), path, who);
    }

    private static Permit methods(String type, String path, Set<String> who, String... names) {
        return new Permit(
                Set.copyOf(Stream.of(names).map(name -> type + "." + name).toList()), path, who);
    }

    /** The methods of the page's form, which is reached by the name of the class that extends it. */
    private static Permit formOfSystem(Set<String> who, String... names) {
        return methods(
                "config.SlackNotifyForm",
                "descriptorByName/io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration/*",
                who,
                names);
    }

    private static Permit descriptor(String type, String before, Set<String> who, String... names) {
        return methods(type, before + "descriptorByName/io.jenkins.plugins.slacknotify." + type + "/*", who, names);
    }

    /** The address of one of the methods. */
    String pathOf(String method) {
        var name = method.replaceFirst(".*\\.do", "");
        return path.replace("*", Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
}
