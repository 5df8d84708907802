using EngageBot.Language.Heads;
using Xunit;

namespace EngageBot.Tests.Language.Heads;

public sealed class HeadsFileTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Weights_come_back_as_they_were_written()
    {
        HeadsFile.Write(SmallHeads.Set, file);
        var back = HeadsFile.Read(file);
        Assert.Equal(SmallHeads.Set.Heads.Names, back.Heads.Names);
        Assert.Equal(SmallHeads.Set.Weights, back.Weights);
        Assert.Equal(SmallHeads.ScoreOf(SmallHeads.Set, "the lift is broken"), SmallHeads.ScoreOf(back, "the lift is broken"), 0.01);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(-1)]
    public void One_changed_byte_is_noticed_and_told_in_one_line(int place)
    {
        HeadsFile.Write(SmallHeads.Set, file);
        var bytes = File.ReadAllBytes(file);
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        File.WriteAllBytes(file, bytes);
        var told = Assert.Throws<HeadsException>(() => HeadsFile.Read(file)).Message;
        Assert.Contains(file, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }

    [Fact]
    public void A_file_cut_short_is_noticed()
    {
        HeadsFile.Write(SmallHeads.Set, file);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^10]);
        Assert.Throws<HeadsException>(() => HeadsFile.Read(file));
    }

    [Fact]
    public void A_missing_file_is_told_by_its_name() =>
        Assert.Contains("nowhere.bin", Assert.Throws<HeadsException>(() => HeadsFile.Read("nowhere.bin")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_head_that_the_program_needs_and_the_file_lacks_is_told() =>
        Assert.Throws<HeadsException>(() => SmallHeads.Set.Heads["no such head"]);
}
