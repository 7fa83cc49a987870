package io.jenkins.plugins.slacknotify.interaction.run;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.interaction.modal.ModalView;
import io.jenkins.plugins.slacknotify.interaction.text.SmartPunctuation;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The form in Slack with the parameters of a job, and what was filled in. */
final class RunView {
    static final String CALLBACK = "slack-notify.run.form";

    /** The most parameters that a modal has room for, beside its heading. */
    private static final int MAX_PARAMETERS = 80;

    private static final int MAX_DESCRIPTION = 500;

    /** How many of the parameters are named that a form cannot show: as many as fit into a paragraph. */
    private static final int NAMED = 14;

    private static final Gson GSON = new Gson();

    private RunView() {}

    /**
     * The data that comes back with the form. It is no proof of anything.
     *
     * @param job the full name
     * @param channel in which it was asked; null where in none
     * @param fields tells a form with these parameters from one with others, as what comes back has their places alone
     * @param unchecked the places of fields that are not checked while the form is open: choices, and what begins with a text that a keyboard may
     *     have made; null for none, as in a form of an earlier version
     */
    record Metadata(
            String job,
            @CheckForNull String channel,
            @CheckForNull String fields,
            @CheckForNull List<Integer> unchecked) {
        static Metadata of(String job, @CheckForNull String channel, List<JobParameter> parameters) {
            List<JobParameter> asked = asked(parameters);
            return new Metadata(
                    job,
                    channel,
                    signature(parameters),
                    IntStream.range(0, asked.size())
                            .filter(index -> asked.get(index).kind() == JobParameter.Kind.CHOICE
                                    || SmartPunctuation.of(initial(asked.get(index)))
                                            .isPresent())
                            .boxed()
                            .toList());
        }

        static Optional<Metadata> parse(String json) {
            try {
                return Optional.ofNullable(GSON.fromJson(json, Metadata.class)).filter(read -> read.job() != null);
            } catch (JsonParseException e) {
                return Optional.empty();
            }
        }
    }

    static String of(JobReference job, List<JobParameter> parameters, Metadata metadata) {
        ModalView view = ModalView.titled("Start a job")
                .section(job.link())
                .close("Cancel")
                .submit("Start", CALLBACK, GSON.toJson(metadata));
        List<JobParameter> asked = asked(parameters);
        for (int index = 0; index < asked.size(); index++) {
            JobParameter parameter = asked.get(index);
            view.input(block(index), parameter.name(), hint(parameter), element(parameter));
        }
        List<String> onThePage = parameters.stream()
                .filter(parameter -> !asked.contains(parameter) && parameter.kind() != JobParameter.Kind.HIDDEN)
                .map(parameter -> Mrkdwn.quoted(parameter.name()))
                .toList();
        if (!onThePage.isEmpty()) {
            int others = onThePage.size() - NAMED;
            view.section(onThePage.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (others > 0 ? " and " + others + " more" : "")
                    + " can be given on the job's page alone, and "
                    + (onThePage.size() == 1 ? "has its default here." : "have their defaults here."));
        }
        return view.json();
    }

    /** Returns a short text that is another one for other parameters. */
    static String signature(List<JobParameter> parameters) {
        return Integer.toHexString(parameters.stream()
                .map(parameter -> List.of(parameter.name(), parameter.kind().name(), parameter.choices()))
                .toList()
                .hashCode());
    }

    private static List<JobParameter> asked(List<JobParameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.kind() != JobParameter.Kind.ON_THE_PAGE
                        && parameter.kind() != JobParameter.Kind.MISSING
                        && parameter.kind() != JobParameter.Kind.HIDDEN
                        && FormElements.fits(initial(parameter)))
                .limit(MAX_PARAMETERS)
                .toList();
    }

    /** Returns the author's description, and a note about a default that the form does not show. */
    private static String hint(JobParameter parameter) {
        String description = parameter.description();
        String unseen = parameter.hasUnseenDefault() ? "Left empty, it has its default." : "";
        return description == null
                ? unseen
                : (Excerpt.truncateWithEllipsis(description, MAX_DESCRIPTION) + " " + unseen).strip();
    }

    private static JsonObject element(JobParameter parameter) {
        String initial = initial(parameter);
        return switch (parameter.kind()) {
            case YES_OR_NO -> FormElements.checkbox(parameter.name(), initial.equals("true"));
            case CHOICE ->
                parameter.choices().isEmpty() || parameter.choices().size() > FormElements.MAX_OPTIONS
                        ? FormElements.line(initial)
                        : FormElements.menu(parameter.choices(), initial);
            case LINES -> FormElements.text(initial, true);
            default -> FormElements.line(initial);
        };
    }

    private static String initial(JobParameter parameter) {
        String initial = parameter.initial();
        return initial == null ? "" : initial;
    }

    /** Reads what was filled in, by the names of the parameters as they are now. What was left out has its default. */
    static Map<String, String> values(List<JobParameter> parameters, FormState state) {
        Map<String, String> values = new LinkedHashMap<>();
        List<JobParameter> asked = asked(parameters);
        for (int index = 0; index < asked.size(); index++) {
            JobParameter parameter = asked.get(index);
            String block = block(index);
            if (!FormElements.isIn(state, block)) {
                continue;
            }
            Optional<String> given = FormElements.value(state, block);
            switch (parameter.kind()) {
                case YES_OR_NO -> values.put(parameter.name(), String.valueOf(given.isPresent()));
                case CHOICE -> given.ifPresent(text -> values.put(parameter.name(), choice(parameter, text)));
                default -> {
                    String text = given.orElse("");
                    if (!isDefault(parameter, text)) {
                        values.put(parameter.name(), text);
                    }
                }
            }
        }
        return values;
    }

    /**
     * Checks what was typed while the form is open, with nothing but what comes back with it.
     *
     * @return what may have been typed otherwise, by the ids of blocks, as plain text; {@link #doubt} checks the others
     */
    static Map<String, String> errors(Metadata metadata, FormState state) {
        Map<String, String> errors = new LinkedHashMap<>();
        List<Integer> unchecked = metadata.unchecked();
        for (int index = 0; index < MAX_PARAMETERS; index++) {
            String block = block(index);
            boolean isChecked = unchecked == null || !unchecked.contains(index);
            state.field(block, FormElements.ACTION)
                    .filter(field -> isChecked && FormElements.isTyped(field))
                    .flatMap(FieldValue::value)
                    .flatMap(SmartPunctuation::of)
                    .ifPresent(what -> errors.put(block, SmartPunctuation.sentence(what)));
        }
        return errors;
    }

    /** Says which of the values may have been typed otherwise; empty where none looks so. A choice is as its author has written it. */
    static Optional<String> doubt(List<JobParameter> parameters, Map<String, String> values) {
        return parameters.stream()
                .filter(parameter ->
                        parameter.kind() != JobParameter.Kind.CHOICE && values.containsKey(parameter.name()))
                .flatMap(parameter -> SmartPunctuation.of(values.get(parameter.name()))
                        .map(what -> "in " + Mrkdwn.quoted(parameter.name()) + ", " + what)
                        .stream())
                .findFirst();
    }

    /** Returns whether a text is the default as the form has shown it: what stands for it may be no text. */
    private static boolean isDefault(JobParameter parameter, String text) {
        return parameter.hasDefault() && text.equals(initial(parameter).replace("\r\n", "\n"));
    }

    private static String choice(JobParameter parameter, String given) {
        return parameter.choices().size() > FormElements.MAX_OPTIONS
                ? given
                : FormElements.chosen(parameter.choices(), given).orElse(given);
    }

    /** The blocks are numbered, as a parameter may have any name, and Slack's ids may not. */
    private static String block(int index) {
        return "parameter-" + index;
    }
}
