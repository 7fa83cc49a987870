package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The key of a lane of the outbox: one bot, and one place to which it sends one message after the other.
 *
 * <p>Its {@link #name()} stands in the outbox and in the file of {@code ChannelIds}, and different keys have different names,
 * whatever a job's author has written. It holds no blank.
 *
 * @param place the label of the channel or person in lower case, or {@link #FILES}
 */
public record LaneKey(BotKey bot, String place) {
    /** The place of all files of a bot, which go one after the other. No label is like that. */
    private static final String FILES = "files";

    /** The label of people, or the id of a member, in small letters. */
    private static final Pattern PEOPLE = Pattern.compile("people|[uw][a-z0-9]{6,}");

    private static final String SYSTEM = "system";
    private static final String WORKSPACE = "workspace";
    private static final String CREDENTIAL = "credential";

    public LaneKey {
        requireNonNull(bot, "bot");
        requireNonNull(place, "place");
    }

    /** The lane of a destination that is notified on behalf of a build: one for each channel, however its name is written. */
    public static LaneKey of(Destination destination, BuildKey build) {
        return new LaneKey(BotKey.of(destination, build), destination.label().toLowerCase(Locale.ROOT));
    }

    /** The lane of the files that the bot of this one uploads. No message waits for them. */
    public LaneKey uploads() {
        return new LaneKey(bot, FILES);
    }

    /** Whether this is the lane of a channel that is known by its name and not by its id. */
    public boolean isOfName() {
        return place.startsWith("#");
    }

    /** The name of the lane in the outbox. */
    public String name() {
        return account() + "/" + escape(place);
    }

    /** The name of the bot, which is the account whose limits its lanes share. */
    public String account() {
        return fields().map(LaneKey::escape).collect(Collectors.joining("/"));
    }

    private Stream<String> fields() {
        if (bot instanceof BotKey.OfWorkspace of) {
            return Stream.of(WORKSPACE, of.workspace());
        }
        return bot instanceof BotKey.OfCredential of
                ? Stream.of(CREDENTIAL, of.credentialsId(), of.folder())
                : Stream.of(SYSTEM);
    }

    public static String account(String lane) {
        return lane.substring(0, Math.max(0, lane.lastIndexOf('/')));
    }

    /** Whether a lane is that of a person, or of people who are not found yet. */
    public static boolean isOfPeople(String lane) {
        return PEOPLE.matcher(lane.substring(lane.lastIndexOf('/') + 1)).matches();
    }

    /**
     * Whether the credentials of a folder, or of those in it, may be those of builds in a lane. The lane of an outer folder's
     * credential holds builds of inner ones, which may get a credential of their own.
     */
    public static boolean mayDependOn(String lane, String folder) {
        return parse(lane)
                .filter(key -> key.bot() instanceof BotKey.OfCredential of
                        && (isWithin(of.folder(), folder) || isWithin(folder, of.folder())))
                .isPresent();
    }

    private static boolean isWithin(String inner, String outer) {
        return outer.isEmpty() || (inner + "/").startsWith(outer + "/");
    }

    /** Reads the name of a lane; empty where it is none that this version writes. */
    public static Optional<LaneKey> parse(String lane) {
        List<String> fields =
                Arrays.stream(lane.split("/", -1)).map(LaneKey::unescape).toList();
        String place = fields.get(fields.size() - 1);
        return bot(fields.subList(0, fields.size() - 1)).map(bot -> new LaneKey(bot, place));
    }

    private static Optional<BotKey> bot(List<String> fields) {
        if (fields.equals(List.of(SYSTEM))) {
            return Optional.of(new BotKey.OfSystem());
        }
        if (fields.size() == 2 && fields.get(0).equals(WORKSPACE)) {
            return Optional.of(new BotKey.OfWorkspace(fields.get(1)));
        }
        return fields.size() == 3 && fields.get(0).equals(CREDENTIAL)
                ? Optional.of(new BotKey.OfCredential(fields.get(1), fields.get(2)))
                : Optional.empty();
    }

    /** The percent sign first, so that nothing that is written looks like something that was escaped. */
    private static String escape(String field) {
        return field.replace("%", "%25").replace("/", "%2F").replace(" ", "%20");
    }

    private static String unescape(String field) {
        return field.replace("%20", " ").replace("%2F", "/").replace("%25", "%");
    }
}
