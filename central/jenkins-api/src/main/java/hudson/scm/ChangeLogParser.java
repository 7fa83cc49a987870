package hudson.scm;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import org.xml.sax.SAXException;

public abstract class ChangeLogParser {
    public native ChangeLogSet<? extends ChangeLogSet.Entry> parse(
            @NonNull Run build, RepositoryBrowser<?> browser, @NonNull File changelogFile)
            throws IOException, SAXException;
}
