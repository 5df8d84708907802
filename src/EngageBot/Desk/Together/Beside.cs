using EngageBot.Approving;
using EngageBot.Desk.Queue;

namespace EngageBot.Desk.Together;

/// <summary>Words of this person that were set aside when a colleague's came: to be taken back or thrown away.</summary>
internal sealed class Beside(Sitting sitting, Company company, Approvals approvals)
{
    /// <summary>Lays them into the editor; a colleague's words that lie there are set aside in their turn.</summary>
    public async Task TakeBackAsync(TypedText own)
    {
        if (sitting is not { CanWrite: true, Letter: { } letter, Words: { } words } || !await company.WriteAsync(letter.Mention.Id))
            return;
        words.Lay(own.Text);
        words.Editing = true;
        sitting.Type(words, own.Text);
        await sitting.Kept.FlushAsync();
        await ForgetAsync();
    }

    public async Task ForgetAsync()
    {
        if (sitting.Letter is not { } letter)
            return;
        await approvals.ForgetSetAsideAsync(letter.Mention.Id, sitting.Rights.Name, CancellationToken.None);
        await sitting.RefreshAsync();
    }
}
