package cn.lianping.change;

import cn.lianping.MySqlPlatformTest;
import org.junit.jupiter.api.DisplayName;

@MySqlPlatformTest
@DisplayName("修改方案的生效与恢复,MySQL")
class ChangeFlowMySqlTest extends ChangeFlow {}
