package hudson.util;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;

public final class PluginServletFilter {
    public static native void addFilter(Filter filter) throws ServletException;
}
