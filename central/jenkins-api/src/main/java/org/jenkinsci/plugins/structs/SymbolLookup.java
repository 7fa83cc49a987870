package org.jenkinsci.plugins.structs;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Descriptor;

public class SymbolLookup {
    public static native SymbolLookup get();

    @CheckForNull
    public native Descriptor<?> findDescriptor(Class<?> type, String symbol);
}
