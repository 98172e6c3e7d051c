package cn.lianping.rehearsal.past;

import cn.lianping.MySqlPlatformTest;
import org.junit.jupiter.api.DisplayName;

@MySqlPlatformTest
@DisplayName("重演案卷的选取,MySQL")
class RoundSampleMySqlTest extends RoundSampleCases {}
