package cn.lianping.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSettingsTest {

    @Test
    void printsAnAddressThatCanBeTyped() {
        assertThat(new CheckAddress("https://lianping.example/ ").text())
                .isEqualTo("https://lianping.example/public/check");
        assertThat(new CheckAddress("").text()).contains("文件核验");
        assertThatThrownBy(() -> new CheckAddress("lianping.example")).hasMessageContaining("lianping.public-address");
    }

    @Test
    void usesATrueTypeFileOrSaysThatItIsNone(@TempDir Path directory) throws Exception {
        Path font = Files.write(directory.resolve("a.ttf"), new byte[] {0, 1, 0, 0, 0, 0});
        assertThat(FangSong.find(font.toString())).contains(font);
        assertThat(FangSong.find("none")).isEmpty();
        Path text = Files.writeString(directory.resolve("b.ttf"), "OTTO");
        assertThatThrownBy(() -> FangSong.find(text.toString())).hasMessageContaining("TrueType");
        assertThatThrownBy(() -> FangSong.find(directory.resolve("c.ttf").toString()))
                .hasMessageContaining("lianping.documents.fangsong");
    }
}
