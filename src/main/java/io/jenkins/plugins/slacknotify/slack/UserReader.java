package io.jenkins.plugins.slacknotify.slack;

import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.slack.refusal.SlackError;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads what a look-up of a member answered. */
final class UserReader {

    /** Slack's own bot, of which Slack says that it is none. */
    private static final String SLACKBOT = "USLACKBOT";

    private UserReader() {}

    /** A success with nothing in it where Slack has nobody to tell of. */
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

    /** What Slack shows: the name that the member goes by, which is empty for those who have chosen none. */
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
