package ashlar.refinement.report.sample;

import ashlar.refinement.api.Frame;
import ashlar.refinement.api.Sampler;
import ashlar.refinement.api.Suite;
import ashlar.refinement.report.sample.line.LineOps;
import ashlar.refinement.report.sample.line.LinePtr;
import ashlar.refinement.report.sample.line.PersonPtr;
import java.util.List;

/// The suite of the line.
public final class LineSuite implements Suite {
    @Override
    public List<Class<?>> obligations() {
        return List.of(LineRefines.class);
    }

    @Override
    public List<Class<?>> layouts() {
        return List.of(LinePtr.class, PersonPtr.class);
    }

    @Override
    public List<Frame> frames() {
        return List.of();
    }

    @Override
    public boolean isOnTrial(String className) {
        return className.endsWith("Ptr") || className.endsWith("LineOps");
    }

    @Override
    public Sampler sampler() {
        return new LineSampler();
    }
}
