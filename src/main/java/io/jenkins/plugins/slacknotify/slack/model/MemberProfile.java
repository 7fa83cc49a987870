package io.jenkins.plugins.slacknotify.slack.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A member as seen by a bot that wants to know whether they belong to its workspace ({@code users.info}).
 *
 * @param guest whether the member may see some channels only (Slack: {@code is_restricted}, {@code is_ultra_restricted})
 * @param stranger whether Slack says that the member is of another workspace, in a shared channel ({@code is_stranger})
 * @param teamId the workspace whose member they are; null where Slack does not say
 * @param enterpriseId the organisation whose member they are; null where there is none
 * @param picture the address of their picture, 72 pixels wide ({@code image_72}); null where Slack gives none
 */
public record MemberProfile(
        SlackUser user,
        boolean guest,
        boolean stranger,
        @CheckForNull String teamId,
        @CheckForNull String enterpriseId,
        @CheckForNull String picture) {}
