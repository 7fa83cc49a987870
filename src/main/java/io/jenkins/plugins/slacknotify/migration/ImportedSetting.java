package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * One setting of the System page.
 *
 * @param value what it will be; null where it stays as it is
 * @param notes what is different, or cannot be taken over, in words for an administrator
 */
public record ImportedSetting(@CheckForNull String value, List<String> notes) {
    public ImportedSetting {
        notes = List.copyOf(notes);
    }
}
