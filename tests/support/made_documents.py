"""Documents made for the tests of promises, links and decisions; some would run in a page that lets them."""

from __future__ import annotations

from datetime import date

DAY = date(2025, 6, 1)

PLAN = """2024년 주요업무 추진계획 <script>alert(0)</script>
2024년 3월
외교부

1. 항공·해운 협력 <img src=x onerror=alert(9)>
  □ <script>alert(1)</script> 한-몽골 항공협정 개정안 11월 서명
  □ 한-몽골 청년 교류 사업 확대 <img src=x onerror=alert(2)>
  □ 한-몽골 해운 실무협의 연내 개최
"""
REVIEW = """2024년 주요업무 자체평가 결과
2025년 1월
외교부

1. 항공·해운 협력
  □ 한-몽골 항공협정 개정안 서명(24.11.5) "><svg onload=alert(3)>
  □ [예산](javascript:alert(5)) 한-몽골 청년 교류 사업 확대 추진
"""
DOCUMENTS = {"plan": PLAN, "review": REVIEW}
