package org.jenkinsci.plugins.tokenmacro;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;

public abstract class TokenMacro implements ExtensionPoint {
    public abstract boolean acceptsMacroName(String macroName);

    public static native ExtensionList<TokenMacro> all();

    public static native String expand(
            Run<?, ?> run, @CheckForNull FilePath workspace, TaskListener listener, String stringWithMacro)
            throws MacroEvaluationException, IOException, InterruptedException;
}
