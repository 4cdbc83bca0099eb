"""Settings for the property tests."""

from hypothesis import settings

# No deadline: a busy machine is no defect of the code under test.
settings.register_profile("course", deadline=None)
settings.load_profile("course")
