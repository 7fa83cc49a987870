package hudson.util;

import org.kohsuke.stapler.HttpResponse;

public class HttpResponses extends org.kohsuke.stapler.HttpResponses {
    public static native HttpResponse errorWithoutStack(int code, String errorMessage);
}
