package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.slack.refusal.SlackError;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the answer to a look-up of a member. */
final class UserReader {

    /** Slack's own bot, which Slack does not mark as a bot. */
    private static final String SLACKBOT = "USLACKBOT";

    private UserReader() {}

    /** Reads the answer. Where Slack finds nobody, that is a success with nothing in it. */
    static SlackResult<Optional<SlackUser>> read(SlackResult<ApiResponse> answer) {
        if (answer instanceof SlackResult.Refused<ApiResponse> refused
                && SlackError.isAboutNobody(refused.refusal().error())) {
            return new SlackResult.Success<>(Optional.empty());
        }
        return answer.flatMap(result -> user(result.json().object("user")).map(Optional::of));
    }

    private static SlackResult<SlackUser> user(JsonResponse user) {
        return SlackApiGateway.successOr(user.text("id"), "nobody's id")
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
