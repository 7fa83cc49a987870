package hudson.model;

public interface DescriptorByNameOwner extends ModelObject {
    default Descriptor getDescriptorByName(String className) {
        throw new UnsupportedOperationException();
    }
}
