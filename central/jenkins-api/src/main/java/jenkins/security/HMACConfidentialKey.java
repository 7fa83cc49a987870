package jenkins.security;

public class HMACConfidentialKey extends ConfidentialKey {
    public HMACConfidentialKey(Class owner, String shortName, int length) {
        super(shortName);
    }

    public native String mac(String message);

    public native boolean checkMac(String message, String mac);
}
