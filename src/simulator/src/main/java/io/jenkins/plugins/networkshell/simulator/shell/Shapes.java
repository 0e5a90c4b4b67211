package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.util.ArrayList;
import java.util.List;

/** Creates the shapes of one session. */
final class Shapes {
    private static final String LOG_LINES = "\r\nNov 22 2026 10:11:12 HUAWEI %%01IFNET/4/LINK_STATE(l)[0]:"
            + "The line protocol IP on the interface GigabitEthernet0/0/7 has entered the DOWN state.\r\n";

    private Shapes() {}

    static List<Shape> of(List<FaultPlan> plans, Chunking chunking, long connection) {
        List<Shape> shapes = new ArrayList<>();
        for (FaultPlan plan : plans) {
            Shape shape = of(plan);
            if (shape != null) {
                shapes.add(shape);
            }
        }
        if (!chunking.isNone()) {
            shapes.add(new ChunkShape(chunking, connection));
        }
        return shapes;
    }

    private static Shape of(FaultPlan plan) {
        return switch (plan.fault()) {
            case DROP_CONNECTION -> new CutShape(plan, new Trigger.Drop());
            case HANG_UP -> new CutShape(plan, new Trigger.HangUp());
            case DISCONNECT -> new CutShape(plan, new Trigger.Disconnect(plan.textOr("Idle timeout expired")));
            case EOF_WITHOUT_CLOSE -> new CutShape(plan, new Trigger.Eof());
            case STALL -> new CutShape(plan, new Trigger.Stall());
            case SYSLOG_BURST -> new CutShape(plan, new Trigger.Insert(plan.textOr(LOG_LINES)));
            case REKEY -> new CutShape(plan, new Trigger.Rekey());
            case TRICKLE -> new TrickleShape(plan);
            case SPLIT_SEQUENCES -> new SplitShape(plan.every());
            default -> null;
        };
    }
}
