package cn.lianping.change;

import cn.lianping.PlatformTest;
import org.junit.jupiter.api.DisplayName;

@PlatformTest
@DisplayName("修改方案的生效与恢复")
class ChangeFlowTest extends ChangeFlow {}
