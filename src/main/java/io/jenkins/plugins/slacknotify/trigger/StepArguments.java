package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.form.OptionNames;
import io.jenkins.plugins.slacknotify.config.form.WholeNumber;
import io.jenkins.plugins.slacknotify.event.text.ByteOrderMark;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.message.blocks.AuthorBlocks;
import io.jenkins.plugins.slacknotify.trigger.library.StepName;
import io.jenkins.plugins.slacknotify.trigger.option.NameList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.json.util.JSONUtils;

/**
 * The arguments of a call of the step, of whatever kind a script has made them, converted to the options of a step.
 *
 * <p>Nothing is thrown: a script that hands over what no option takes must not fail for that. The step keeps what is wrong,
 * and reports it instead of sending anything.
 */
final class StepArguments {
    /** The length at which a value is truncated in a message about it. */
    private static final int QUOTED = 60;

    private static final Pattern THREAD = Pattern.compile("\\w:\\d{10}\\.\\d{6}\\b");

    private static final Map<String, BiConsumer<SlackNotifyStep, Object>> OPTIONS = new LinkedHashMap<>();

    static {
        option("message", StepArguments::text, SlackNotifyStep::setMessage);
        option("markdown", StepArguments::text, SlackNotifyStep::setMarkdown);
        option("blocks", value -> AuthorBlocks.toJson(withoutJsonNulls(value)), SlackNotifyStep::setBlocks);
        option("mention", StepArguments::names, SlackNotifyStep::setMention);
        option("reaction", StepArguments::names, SlackNotifyStep::setReaction);
        option("file", StepArguments::text, SlackNotifyStep::setFile);
        option("snippet", StepArguments::text, SlackNotifyStep::setSnippet);
        option("fileName", StepArguments::text, SlackNotifyStep::setFileName);
        option("title", StepArguments::text, SlackNotifyStep::setTitle);
        option("channel", StepArguments::channels, SlackNotifyStep::setChannel);
        option("to", StepArguments::names, SlackNotifyStep::setTo);
        option("severity", StepArguments::text, SlackNotifyStep::setSeverity);
        option("credentialsId", StepArguments::text, SlackNotifyStep::setCredentialsId);
        option("thread", Function.identity(), SlackNotifyStep::setThread);
        option("update", Function.identity(), SlackNotifyStep::setUpdate);
        option("broadcast", StepArguments::flag, SlackNotifyStep::setBroadcast);
        option("wait", StepArguments::flag, SlackNotifyStep::setWait);
        option("failOnError", StepArguments::flag, SlackNotifyStep::setFailOnError);
        option("timeout", StepArguments::seconds, SlackNotifyStep::setTimeout);
    }

    /** What to write in place of options that other steps for Slack have. */
    private static final Map<String, Supplier<String>> FOREIGN = new HashMap<>();

    static {
        Map.of(
                        "tokenCredentialId", "credentialsId",
                        "credentialId", "credentialsId",
                        "replyBroadcast", "broadcast",
                        "filePath", "file",
                        "initialComment", "message",
                        "text", "message",
                        "msg", "message",
                        "room", "channel")
                .forEach((foreign, own) -> FOREIGN.put(foreign, () -> Messages.StepArguments_renamed(own)));
        FOREIGN.put("color", Messages::StepArguments_color);
        FOREIGN.put("colour", Messages::StepArguments_color);
        FOREIGN.put("attachments", Messages::StepArguments_attachments);
        FOREIGN.put("timestamp", Messages::StepArguments_timestamp);
        FOREIGN.put("notifyCommitters", Messages::StepArguments_committers);
        Stream.of("iconEmoji", "username").forEach(name -> FOREIGN.put(name, Messages::StepArguments_appearance));
        Stream.of("botUser", "sendAsText", "token", "baseUrl", "teamDomain")
                .forEach(name -> FOREIGN.put(name, Messages::StepArguments_needless));
    }

    private StepArguments() {}

    private static <T> void option(String name, Function<Object, T> convert, BiConsumer<SlackNotifyStep, T> set) {
        OPTIONS.put(name, (step, value) -> set.accept(step, convert.apply(value)));
    }

    /** Returns a step with these arguments, and with the problem of each that it cannot take. */
    static SlackNotifyStep toStep(Map<String, ?> arguments) {
        SlackNotifyStep step = new SlackNotifyStep(null);
        List<String> problems = new ArrayList<>();
        arguments.forEach((name, value) -> {
            if (OPTIONS.containsKey(name)) {
                set(step, name, value).ifPresent(problems::add);
            } else {
                problems.add(unknown(name));
            }
        });
        step.setProblems(problems);
        return step;
    }

    private static String unknown(String name) {
        return FOREIGN.containsKey(name)
                ? OptionNames.unknown(StepName.STEP, name) + " "
                        + FOREIGN.get(name).get()
                : OptionNames.unknown(StepName.STEP, name, OPTIONS.keySet());
    }

    /**
     * Sets an option of the step, and returns the problem with its value; empty where there is none. Null stands for an option that was
     * left out.
     */
    private static Optional<String> set(SlackNotifyStep step, String name, @CheckForNull Object value) {
        if (JSONUtils.isNull(value)) {
            return Optional.empty();
        }
        try {
            OPTIONS.get(name).accept(step, value);
            return Optional.empty();
        } catch (WrongKindException e) {
            return Optional.of(name + " takes " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // A script may define what a value does when it becomes a text.
            return Optional.of(name + " takes a text, and what it was given cannot become one: " + e);
        }
    }

    /** Returns the text of a value. A value without a {@code toString} of its own, such as a closure, has none. */
    private static String text(Object value) {
        String text = value.toString();
        if (text.startsWith(value.getClass().getName() + "@")) {
            throw new WrongKindException("a text, and " + value.getClass().getSimpleName() + " has none of its own");
        }
        // The text that readFile returns of a file from Windows may begin with the mark.
        return ByteOrderMark.removeFrom(text);
    }

    /** Returns lists and maps with null for the null of a JSON parser, as they come from {@code readJSON}. */
    @CheckForNull
    private static Object withoutJsonNulls(@CheckForNull Object value) {
        if (JSONUtils.isNull(value)) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> cleaned = new LinkedHashMap<>();
            map.forEach((key, element) -> cleaned.put(key, withoutJsonNulls(element)));
            return cleaned;
        }
        return value instanceof List<?> list
                ? list.stream().map(StepArguments::withoutJsonNulls).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }

    private static String names(Object value) {
        if (value instanceof Map) {
            throw new WrongKindException("a name or a list of names, not a map");
        }
        return text(NameList.join(value));
    }

    /**
     * Returns the channels that an argument names. Refuses the handle of a message, which other plugins take in the place of a
     * channel: each of its words would be read as the name of a channel.
     */
    private static String channels(Object value) {
        String channels = names(value);
        if (SlackMessage.isIn(channels) || THREAD.matcher(channels).find()) {
            throw new WrongKindException(
                    "channels. To reply to an earlier message, hand over what its slackNotify has returned as thread");
        }
        return channels;
    }

    private static boolean flag(Object value) {
        String text = value.toString().strip().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new WrongKindException("true or false, not '" + quoted(value) + "'");
        }
        return text.equals("true");
    }

    private static int seconds(Object value) {
        Integer seconds = WholeNumber.read(value instanceof Number ? value : value.toString());
        if (seconds == null) {
            throw new WrongKindException("a whole number of seconds, not '" + quoted(value) + "'");
        }
        return seconds;
    }

    static String quoted(Object value) {
        return Excerpt.truncateWithEllipsis(value.toString(), QUOTED);
    }

    /** Thrown for a value of a wrong kind. The message follows the option's name, and says what the option takes. */
    static final class WrongKindException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        WrongKindException(String takes) {
            super(takes);
        }
    }
}
