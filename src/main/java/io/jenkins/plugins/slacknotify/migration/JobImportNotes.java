package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Notes for administrators about options of a job's post-build action that differ here or cannot be imported. */
final class JobImportNotes {
    /** The notes by the field that causes them; a box that is not ticked and an empty text cause none. */
    private static final Map<String, UnaryOperator<String>> BY_FIELD = new LinkedHashMap<>();

    static {
        BY_FIELD.put("tokenCredentialId", Messages::JobImportNotes_token);
        // The value is the token itself.
        BY_FIELD.put("authToken", token -> Messages.JobImportNotes_plainToken());
        BY_FIELD.put("baseUrl", Messages::JobImportNotes_baseUrl);
        BY_FIELD.put("notifyRegression", ticked -> Messages.JobImportNotes_regression());
        BY_FIELD.put("includeCustomMessage", ticked -> Messages.JobImportNotes_customMessage());
        BY_FIELD.put("uploadFiles", ticked -> Messages.JobImportNotes_uploads());
        BY_FIELD.put("sendAsText", ticked -> Messages.JobImportNotes_text());
        BY_FIELD.put("username", Messages::JobImportNotes_botName);
        BY_FIELD.put("iconEmoji", Messages::JobImportNotes_botIcon);
        BY_FIELD.put("matrixTriggerMode", JobImportNotes::matrix);
    }

    private JobImportNotes() {}

    /** @return null for the mode in which that plugin and this one notify alike */
    @CheckForNull
    private static String matrix(String mode) {
        return mode.equals("ONLY_PARENT") ? null : Messages.JobImportNotes_matrix();
    }

    static List<String> of(SlackPluginSettings job) {
        List<String> notes = new ArrayList<>();
        BY_FIELD.forEach((field, note) -> job.text(field)
                .filter(value -> !value.equals("false"))
                .map(note)
                .ifPresent(notes::add));
        return notes;
    }
}
