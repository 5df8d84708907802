namespace EngageBot.Sandbox.Followers;

/// <summary>What a follower is after; the truth that a reading of the post can be held against.</summary>
public enum Want
{
    Question,
    Curiosity,
    Complaint,
    Thanks,
    Chat,
    Aside,
    Spam,
    Abuse,
}
