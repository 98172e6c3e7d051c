package cn.lianping.rehearsal.replay;

import cn.lianping.comprehensiveevaluation.Panels;
import cn.lianping.engine.OpenForms;
import cn.lianping.publicity.Notices;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Desk;
import cn.lianping.rehearsal.act.Filling;
import cn.lianping.rehearsal.act.Passing;
import cn.lianping.rehearsal.act.QueryPlans;
import cn.lianping.rehearsal.explore.Walks;
import cn.lianping.round.Cases;
import org.camunda.bpm.engine.TaskService;

/** What a replay needs. */
@RehearsalOnly
record ReplayTools(
        Desk desk,
        Passing passing,
        QueryPlans plans,
        Filling filling,
        OpenForms forms,
        Walks walks,
        Hands hands,
        OpenSteps steps,
        RecordedSeeds seeds,
        Cases cases,
        Panels panels,
        Notices notices,
        TaskService tasks) {}
