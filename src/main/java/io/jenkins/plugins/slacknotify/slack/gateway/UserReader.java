package io.jenkins.plugins.slacknotify.slack.gateway;

import io.jenkins.plugins.slacknotify.slack.api.ApiResponse;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads Slack's answers to look-ups of members. */
final class UserReader {

    /** Slack's own bot, which Slack does not mark as a bot. */
    private static final String SLACKBOT = "USLACKBOT";

    private UserReader() {}

    /** Reads the answer. Where Slack finds nobody, that is a success with nothing in it. */
    static SlackResult<Optional<SlackUser>> read(SlackResult<ApiResponse> answer) {
        return read(answer, UserReader::user);
    }

    /** Reads how the member stands in the workspace; nobody as {@link #read(SlackResult)}. */
    static SlackResult<Optional<MemberProfile>> readProfile(SlackResult<ApiResponse> answer) {
        return read(answer, UserReader::profile);
    }

    private static <T> SlackResult<Optional<T>> read(
            SlackResult<ApiResponse> answer, Function<JsonResponse, SlackResult<T>> reader) {
        if (answer.isRefused(Refusal::isAboutNobody)) {
            return new SlackResult.Success<>(Optional.empty());
        }
        return answer.flatMap(
                result -> reader.apply(result.json().object("user")).map(Optional::of));
    }

    private static SlackResult<MemberProfile> profile(JsonResponse user) {
        return user(user)
                .map(known -> new MemberProfile(
                        known,
                        user.flag("is_restricted").orElse(false)
                                || user.flag("is_ultra_restricted").orElse(false),
                        user.flag("is_stranger").orElse(false),
                        user.text("team_id").orElse(null),
                        user.object("enterprise_user").text("enterprise_id").orElse(null),
                        user.object("profile").text("image_72").orElse(null)));
    }

    private static SlackResult<SlackUser> user(JsonResponse user) {
        return ApiResponse.successOr(user.text("id"), "nobody's id")
                .map(id -> new SlackUser(
                        id,
                        name(user).orElse(id),
                        user.flag("deleted").orElse(false),
                        id.equals(SLACKBOT) || user.flag("is_bot").orElse(false)));
    }

    /** Returns the name that Slack shows: the one that the member has chosen, or else the real name. */
    private static Optional<String> name(JsonResponse user) {
        JsonResponse profile = user.object("profile");
        return Stream.of(
                        profile.text("display_name"),
                        profile.text("real_name"),
                        user.text("real_name"),
                        user.text("name"))
                .flatMap(Optional::stream)
                .map(PlainText::of)
                .filter(Predicate.not(String::isEmpty))
                .findFirst();
    }
}
