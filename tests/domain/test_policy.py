from crmo_desktop.domain.policy import IDLE_MINUTES, FoundPolicy, Policy


def test_without_a_policy_everything_is_the_readers_choice() -> None:
    policy = FoundPolicy().policy

    assert policy == Policy()
    assert (policy.audience, policy.theme, policy.language, policy.pack_folder) == (None, None, None, None)
    assert not policy.shared_computer
    assert policy.locked == frozenset()
    assert policy.idle_minutes == IDLE_MINUTES == 10
