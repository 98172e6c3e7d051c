package cn.lianping.rehearsal.past;

import cn.lianping.PlatformTest;
import org.junit.jupiter.api.DisplayName;

@PlatformTest
@DisplayName("重演案卷的选取,H2")
class RoundSampleTest extends RoundSampleCases {}
